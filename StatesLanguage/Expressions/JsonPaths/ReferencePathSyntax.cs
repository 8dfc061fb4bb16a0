using System.Buffers;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>
/// How a reference path is spelled: <c>$</c>, then <c>.name</c>, <c>['name']</c> and <c>[0]</c> without a space or a dot too many, and
/// without any character that is an operator elsewhere.
/// </summary>
internal static class ReferencePathSyntax
{
    private static readonly SearchValues<char> NotInDottedName = SearchValues.Create(".[]()*,'\"?@: \t\r\n");
    private static readonly SearchValues<char> NotInQuotedName = SearchValues.Create("[]*,'?@:");

    public static bool Allows(ReadOnlySpan<char> text)
    {
        if (text is not ['$', ..])
        {
            return false;
        }

        var rest = text[1..];
        while (!rest.IsEmpty)
        {
            var length = rest[0] == '.' ? DottedLength(rest) : BracketLength(rest);
            if (length == 0)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    /// <summary>The length of the <c>.name</c> that the text starts with, 0 if there is none.</summary>
    private static int DottedLength(ReadOnlySpan<char> text)
    {
        var name = text[1..].IndexOfAny(NotInDottedName);
        var length = name < 0 ? text.Length : name + 1;
        return length > 1 ? length : 0;
    }

    /// <summary>The length of the <c>[0]</c> or <c>['name']</c> that the text starts with, 0 if there is none.</summary>
    private static int BracketLength(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf(']');
        if (text[0] != '[' || close < 2)
        {
            return 0;
        }

        var inner = text[1..close];
        var isIndex = !inner.ContainsAnyExceptInRange('0', '9');
        var isName = inner is ['\'', .., '\''] && !inner[1..^1].ContainsAny(NotInQuotedName);
        return isIndex || isName ? close + 1 : 0;
    }
}
