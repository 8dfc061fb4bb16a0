namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>The operators of the language and how tightly they bind.</summary>
internal static class Operators
{
    /// <summary>Every character that is an operator or begins one; each ends a name.</summary>
    public const string Characters = ".[]{}(),@#;:?+-*/%|=<>^&!~";

    private static readonly string[] Pairs = ["..", ":=", "!=", ">=", "<=", "**", "~>"];
    private static readonly string[] NewerPairs = ["?:", "??"];
    private static readonly string[] Singles = [.. Characters.Select(c => c.ToString())];

    /// <summary>The operator that begins at an offset of a text, the longest; null if there is none.</summary>
    public static string? At(string text, int at, JsonataDialect dialect)
    {
        var single = Characters.IndexOf(text[at], StringComparison.Ordinal);
        return single < 0 ? null : PairAt(text, at, Pairs)
            ?? (dialect == JsonataDialect.Jsonata22 ? PairAt(text, at, NewerPairs) : null)
            ?? Singles[single];
    }

    /// <summary>How tightly an operator binds the operand to its left; 0 for those that follow no operand.</summary>
    public static int Binding(string symbol) => symbol switch
    {
        "[" or "(" or "@" or "#" => 80,
        "." => 75,
        "{" => 70,
        "*" or "/" or "%" => 60,
        "+" or "-" or "&" => 50,
        "=" or "<" or ">" or "!=" or "<=" or ">=" or "~>" or "in" or "^" or "?:" or "??" => 40,
        "and" => 30,
        "or" => 25,
        "?" => 20,
        ":=" => 10,
        _ => 0,
    };

    /// <summary>How tightly a minus before an operand binds it.</summary>
    public const int PrefixBinding = 70;

    private static string? PairAt(string text, int at, string[] pairs)
    {
        foreach (var pair in pairs)
        {
            if (string.CompareOrdinal(text, at, pair, 0, 2) == 0)
            {
                return pair;
            }
        }

        return null;
    }
}
