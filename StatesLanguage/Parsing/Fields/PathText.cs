using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Reads a path as definitions write it: it begins with a dollar sign.</summary>
internal static class PathText
{
    public static bool TryRead(string text, [NotNullWhen(true)] out ValuePath? path, [NotNullWhen(false)] out string? error)
    {
        if (!text.StartsWith('$'))
        {
            path = null;
            error = $"expected a path that begins with '$', found '{text}'";
            return false;
        }

        return ValuePath.TryParse(text, out path, out error);
    }
}
