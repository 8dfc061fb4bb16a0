using System.Buffers;
using System.Globalization;
using System.Text;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>Splits the text of an expression into tokens, one at a time: whether a slash divides or begins a regular expression only the parser knows.</summary>
internal sealed class Lexer(string text, JsonataDialect dialect)
{
    private const string Blanks = " \t\n\r\v";
    private static readonly SearchValues<char> EndsName = SearchValues.Create(Blanks + Operators.Characters);
    private int at;

    /// <summary>The next token.</summary>
    /// <param name="afterOperand">Whether an operand has just ended, so that a slash divides.</param>
    public Token Next(bool afterOperand)
    {
        SkipBlanksAndComments();
        if (at >= text.Length)
        {
            return new Token(TokenKind.End, "(end)", text.Length, text.Length);
        }

        var c = text[at];
        if (c == '/' && !afterOperand)
        {
            return Regex();
        }

        if (Operators.At(text, at, dialect) is { } symbol)
        {
            at += symbol.Length;
            return new Token(TokenKind.Operator, symbol, at - symbol.Length, at);
        }

        return c switch
        {
            '"' or '\'' => Text(c),
            >= '0' and <= '9' => Number(),
            '`' => QuotedName(),
            _ => Name(),
        };
    }

    private void SkipBlanksAndComments()
    {
        while (at < text.Length)
        {
            if (Blanks.Contains(text[at], StringComparison.Ordinal))
            {
                at++;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '*')
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end >= 0 ? end + 2 : throw new JsonataFailure("S0106") { Position = at };
            }
            else
            {
                return;
            }
        }
    }

    private Token Regex()
    {
        var start = at++;
        var depth = 0;
        var from = at;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '/' && depth == 0 && BackslashesBefore(at) % 2 == 0)
            {
                return from == at ? throw new JsonataFailure("S0301") { Position = at } : Regex(start, text[from..at]);
            }

            depth += text[at - 1] == '\\' ? 0 : c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
        }

        throw new JsonataFailure("S0302") { Position = at };
    }

    private int BackslashesBefore(int offset)
    {
        var first = offset;
        while (text[first - 1] == '\\')
        {
            first--;
        }

        return offset - first;
    }

    private Token Regex(int start, string pattern)
    {
        var flags = ++at;
        while (at < text.Length && text[at] is 'i' or 'm')
        {
            at++;
        }

        return new Token(TokenKind.Regex, pattern, start, at) { Flags = text[flags..at] };
    }

    private Token Text(char quote)
    {
        var start = at++;
        var plain = text.AsSpan(at).IndexOfAny(quote, '\\');
        if (plain >= 0 && text[at + plain] == quote)
        {
            at += plain + 1;
            return Literal(TokenKind.String, start, Json.Of(text.Substring(start + 1, plain)));
        }

        var result = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                at++;
                return Literal(TokenKind.String, start, Json.Of(result.ToString()));
            }

            result.Append(text[at] == '\\' ? Escape() : text[at]);
        }

        throw new JsonataFailure("S0101") { Position = at };
    }

    private char Escape()
    {
        at++;
        var c = at < text.Length ? text[at] : '\0';
        switch (c)
        {
            case '"' or '\\' or '/': return c;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u':
                // At the end of the text fewer digits do: then it is the quote that is missing.
                var digits = text.AsSpan(at + 1, Math.Min(4, text.Length - at - 1));
                if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    throw new JsonataFailure("S0104") { Position = at };
                }

                at += 4;
                return (char)code;
            default:
                throw new JsonataFailure("S0103") { Position = at, Token = at < text.Length ? c.ToString() : "" };
        }
    }

    private Token Number()
    {
        var start = at;
        if (text[at] == '0')
        {
            at++;
        }
        else
        {
            SkipDigits();
        }

        if (Peek(0) == '.' && char.IsAsciiDigit(Peek(1)))
        {
            at++;
            SkipDigits();
        }

        var sign = Peek(1) is '+' or '-' ? 1 : 0;
        if (Peek(0) is 'e' or 'E' && char.IsAsciiDigit(Peek(1 + sign)))
        {
            at += 1 + sign;
            SkipDigits();
        }

        var value = double.Parse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? Literal(TokenKind.Number, start, JsonNumber.Calculated(value))
            : throw new JsonataFailure("S0102") { Position = start, Token = text[start..at] };
    }

    private Token Literal(TokenKind kind, int start, Json value) => new(kind, text[start..at], start, at) { Value = value };

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek(0)))
        {
            at++;
        }
    }

    private char Peek(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private Token QuotedName()
    {
        var start = at++;
        var end = text.IndexOf('`', at);
        if (end < 0)
        {
            throw new JsonataFailure("S0105") { Position = text.Length };
        }

        at = end + 1;
        return new Token(TokenKind.Name, text[(start + 1)..end], start, at);
    }

    private Token Name()
    {
        var start = at;
        var length = text.AsSpan(at).IndexOfAny(EndsName);
        at = length < 0 ? text.Length : at + length;
        var name = text[start..at];
        if (name[0] == '$')
        {
            return new Token(TokenKind.Variable, name[1..], start, at);
        }

        return name switch
        {
            "and" or "or" or "in" => new Token(TokenKind.Operator, name, start, at),
            "true" => Literal(TokenKind.Constant, start, Json.True),
            "false" => Literal(TokenKind.Constant, start, Json.False),
            "null" => Literal(TokenKind.Constant, start, Json.Null),
            _ => new Token(TokenKind.Name, name, start, at),
        };
    }
}
