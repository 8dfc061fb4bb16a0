using System.Text.RegularExpressions;
using TaskOrchestration.Api.StepFunctions.Wire;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>Which names aliases may have: none that could be the number of a version.</summary>
internal static partial class AliasName
{
    private const string Pattern = @"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$";

    public static string Read(RequestFields fields)
    {
        var name = fields.Text("name", 1, Bounds.Name);
        if (name.Length is > 0 and <= Bounds.Name && !Allowed().IsMatch(name))
        {
            fields.Refuse("name", name, $"Member must satisfy regular expression pattern: {Pattern}");
        }

        return name;
    }

    [GeneratedRegex(@"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
