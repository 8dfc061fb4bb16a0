using System.Text.RegularExpressions;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>The words of an expression, one after the other.</summary>
internal sealed partial class ExpressionTokens
{
    private readonly string expression;
    private readonly List<string> words = [];
    private int at;

    /// <summary>Those of a text.</summary>
    /// <param name="expression">What a mistake is said to be in: <c>ConditionExpression</c>.</param>
    /// <param name="text">The text.</param>
    public ExpressionTokens(string expression, string text)
    {
        this.expression = expression;
        if (string.IsNullOrWhiteSpace(text))
        {
            throw AttributeValue.Invalid($"Invalid {expression}: The expression can not be empty;");
        }

        for (var match = Word().Match(text); match.Success; match = match.NextMatch())
        {
            if (match.Groups["stray"].Success)
            {
                throw AttributeValue.Invalid($"Invalid {expression}: Syntax error; token: \"{match.Value.Trim()}\", near: \"{text[..(match.Index + match.Length)].Trim()}\"");
            }

            words.Add(match.Groups["word"].Value);
        }
    }

    /// <summary>What a mistake is said to be in.</summary>
    public string Expression => expression;

    /// <summary>The next word, or null at the end.</summary>
    public string? Next => at < words.Count ? words[at] : null;

    /// <summary>The word after the next.</summary>
    public string? AfterNext => at + 1 < words.Count ? words[at + 1] : null;

    /// <summary>Takes the next word.</summary>
    public string Take() => at < words.Count ? words[at++] : throw Unexpected();

    /// <summary>Takes the next word if it is this one; keywords in either case.</summary>
    public bool TryTake(string word)
    {
        if (!string.Equals(Next, word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        at++;
        return true;
    }

    /// <summary>Takes the next word, which has to be this one.</summary>
    public void Expect(string word)
    {
        if (!TryTake(word))
        {
            throw Unexpected();
        }
    }

    /// <summary>That the next word is out of place.</summary>
    public Exception Unexpected() => AttributeValue.Invalid(
        $"Invalid {expression}: Syntax error; token: {(Next is { } word ? $"\"{word}\"" : "<EOF>")}, near: \"{string.Join(' ', words.Skip(Math.Max(0, at - 1)).Take(3))}\"");

    [GeneratedRegex(@"\s*(?:(?<word><>|<=|>=|[=<>(),.\[\]+\-]|[#:]?[A-Za-z0-9_]+)|(?<stray>\S))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
