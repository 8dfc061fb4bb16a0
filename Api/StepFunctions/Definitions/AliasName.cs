using System.Buffers;
using TaskOrchestration.Api.StepFunctions.Wire;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>Which names aliases may have: none that could be the number of a version.</summary>
internal static class AliasName
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

    private const string Pattern = @"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$";

    public static string Read(RequestFields fields)
    {
        var name = fields.Text("name", 1, Bounds.Name);
        if (name.Length is > 0 and <= Bounds.Name && !IsAllowed(name))
        {
            fields.Refuse("name", name, $"Member must satisfy regular expression pattern: {Pattern}");
        }

        return name;
    }

    private static bool IsAllowed(string name) => !name.AsSpan().ContainsAnyExcept(Allowed) && !name.All(char.IsAsciiDigit);
}
