namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

/// <summary>Splits Bicep into words. Comments are left out; the ends of lines are words, for they separate items.</summary>
internal sealed class Lexer(string text, int firstLine = 1)
{
    private static readonly string[] Symbols =
        ["=>", "==", "!=", "<=", ">=", "&&", "||", "??", ".?", "::", "{", "}", "[", "]", "(", ")", ",", ":", ".", "=", "?", "|", "<", ">", "!", "+", "-", "*", "/", "%", "@"];

    private int at;
    private int line = firstLine;

    public static IReadOnlyList<Token> Split(string text, int firstLine = 1) => [.. new Lexer(text, firstLine).All()];

    private IEnumerable<Token> All()
    {
        while (true)
        {
            SkipBlanksAndComments();
            var next = Next();
            yield return next;
            if (next.Kind == TokenKind.End)
            {
                yield break;
            }
        }
    }

    private Token Next()
    {
        if (at >= text.Length)
        {
            return new Token(TokenKind.End, "", line);
        }

        var c = text[at];
        return c switch
        {
            '\n' => NewLine(),
            '\'' => StartsWith("'''") ? MultiLine() : Quoted(),
            _ when char.IsAsciiLetter(c) || c == '_' => While(TokenKind.Name, character => char.IsAsciiLetterOrDigit(character) || character == '_'),
            _ when char.IsAsciiDigit(c) => While(TokenKind.Number, char.IsAsciiDigit),
            _ => Symbol(),
        };
    }

    private void SkipBlanksAndComments()
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\t' or '\r')
            {
                at++;
            }
            else if (StartsWith("//"))
            {
                at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            }
            else if (StartsWith("/*"))
            {
                var end = text.IndexOf("*/", at, StringComparison.Ordinal);
                Advance((end < 0 ? throw Wrong("expected the end of a comment") : end + 2) - at);
            }
            else
            {
                return;
            }
        }
    }

    private Token NewLine()
    {
        var token = new Token(TokenKind.NewLine, "\n", line);
        Advance(1);
        return token;
    }

    private Token MultiLine()
    {
        var end = text.IndexOf("'''", at + 3, StringComparison.Ordinal);
        return Take(TokenKind.Text, (end < 0 ? throw Wrong("expected the end of a text") : end + 3) - at);
    }

    /// <summary>A string ends at a quote that belongs to none of the expressions within it.</summary>
    private Token Quoted()
    {
        var end = at + 1;
        var depth = 0;
        while (end < text.Length && text[end] != '\n')
        {
            var c = text[end];
            if (c == '\\' && depth == 0)
            {
                end++;
            }
            else if (c == '$' && end + 1 < text.Length && text[end + 1] == '{')
            {
                depth++;
                end++;
            }
            else if (c == '{' && depth > 0)
            {
                depth++;
            }
            else if (c == '}' && depth > 0)
            {
                depth--;
            }
            else if (c == '\'' && depth == 0)
            {
                return Take(TokenKind.Text, end + 1 - at);
            }

            end++;
        }

        throw Wrong("expected the end of a text");
    }

    private Token While(TokenKind kind, Func<char, bool> belongs)
    {
        var end = at;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return Take(kind, end - at);
    }

    private Token Symbol() => Array.Find(Symbols, StartsWith) is { } symbol
        ? Take(TokenKind.Symbol, symbol.Length)
        : throw Wrong($"expected a symbol, found '{text[at]}'");

    private Token Take(TokenKind kind, int length)
    {
        var token = new Token(kind, text.Substring(at, length), line);
        Advance(length);
        return token;
    }

    private void Advance(int length)
    {
        line += text.AsSpan(at, length).Count('\n');
        at += length;
    }

    private bool StartsWith(string symbol) => string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0;

    private BicepSyntaxException Wrong(string message) => new(line, message);
}
