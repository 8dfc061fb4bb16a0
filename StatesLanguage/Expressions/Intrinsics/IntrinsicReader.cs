using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>Reads the text of a call.</summary>
internal sealed class IntrinsicReader
{
    /// <summary>How deep calls may nest, the outermost included.</summary>
    private const int MaxDepth = 10;

    private const string Prefix = "States.";

    private static readonly FrozenDictionary<string, IntrinsicFunction> Functions =
        Enum.GetValues<IntrinsicFunction>().ToFrozenDictionary(f => Prefix + f, StringComparer.Ordinal);

    private static readonly SearchValues<char> EndsAtom = SearchValues.Create(",() \t\r\n");

    private readonly string text;
    private int at;

    private IntrinsicReader(string text) => this.text = text;

    /// <summary>Reads one call; white space may follow it.</summary>
    /// <exception cref="IntrinsicSyntaxException">The text is not a call.</exception>
    public static IntrinsicArgument.Call Read(string text)
    {
        var reader = new IntrinsicReader(text);
        var call = reader.ReadCall(1);
        reader.SkipSpace();
        return reader.at == text.Length ? call : throw reader.Expected("nothing after the call");
    }

    private IntrinsicArgument.Call ReadCall(int depth)
    {
        if (depth > MaxDepth)
        {
            throw Expected($"at most {MaxDepth} calls inside one another");
        }

        var start = at;
        var function = ReadFunction();
        Take('(');
        var arguments = ReadArguments(depth);
        var arity = IntrinsicArity.Of(function);
        if (arguments.Count < arity.Least || arguments.Count > arity.Most)
        {
            at = start;
            throw Expected($"{IntrinsicArity.Describe(arity)} arguments for {Prefix}{function}", $"{arguments.Count}");
        }

        return new IntrinsicArgument.Call(function, [.. arguments]);
    }

    private IntrinsicFunction ReadFunction()
    {
        var end = text.IndexOf('(', at);
        return end > at && Functions.TryGetValue(text[at..end], out var function) && (at = end) >= 0
            ? function
            : throw Expected("an intrinsic function such as 'States.Format(…)'");
    }

    private List<IntrinsicArgument> ReadArguments(int depth)
    {
        var arguments = new List<IntrinsicArgument>();
        SkipSpace();
        if (Next == ')')
        {
            at++;
            return arguments;
        }

        while (true)
        {
            SkipSpace();
            arguments.Add(ReadArgument(depth));
            SkipSpace();
            if (Next == ')')
            {
                at++;
                return arguments;
            }

            Take(',');
        }
    }

    private IntrinsicArgument ReadArgument(int depth) => Next switch
    {
        '\'' => ReadText(),
        '$' => ReadPath(),
        'S' => ReadCall(depth + 1),
        _ => ReadLiteral(),
    };

    /// <summary>The characters a text may escape are the ones that mean something here; any other backslash is refused.</summary>
    private IntrinsicArgument.Text ReadText()
    {
        var value = new StringBuilder();
        var pieces = new List<string>();
        var pieceStart = 0;
        for (at++; Next != '\''; at++)
        {
            if (Next == '\\')
            {
                at++;
                value.Append(Next is '\'' or '{' or '}' or '\\' ? Next : throw Expected(@"one of ' { } \ after a backslash"));
            }
            else if (at == text.Length)
            {
                throw Expected("a quote to end the text");
            }
            else if (Next == '{' && at + 1 < text.Length && text[at + 1] == '}')
            {
                at++;
                pieces.Add(value.ToString(pieceStart, value.Length - pieceStart));
                value.Append("{}");
                pieceStart = value.Length;
            }
            else
            {
                value.Append(Next);
            }
        }

        at++;
        pieces.Add(value.ToString(pieceStart, value.Length - pieceStart));
        return new IntrinsicArgument.Text(value.ToString(), [.. pieces]);
    }

    /// <summary>A path ends at a comma or a parenthesis outside its brackets.</summary>
    private IntrinsicArgument.Path ReadPath()
    {
        var start = at;
        var brackets = 0;
        while (at < text.Length && (brackets > 0 || Next is not (',' or ')')))
        {
            brackets += Next == '[' ? 1 : Next == ']' && brackets > 0 ? -1 : 0;
            at++;
        }

        var path = text[start..at].TrimEnd();
        if (ValuePath.TryParse(path, out var parsed, out var error))
        {
            return new IntrinsicArgument.Path(parsed);
        }

        at = start;
        throw Expected($"a path ({error})");
    }

    private IntrinsicArgument.Literal ReadLiteral()
    {
        var length = text.AsSpan(at).IndexOfAny(EndsAtom);
        var atom = length < 0 ? text[at..] : text.Substring(at, length);
        var value = atom switch
        {
            "true" => Json.True,
            "false" => Json.False,
            "null" => Json.Null,
            _ => ReadNumber(atom),
        };
        at += atom.Length;
        return new IntrinsicArgument.Literal(value);
    }

    private Json ReadNumber(string atom)
    {
        try
        {
            if (atom.Length > 0 && atom[0] is '-' or (>= '0' and <= '9'))
            {
                return Json.Parse(atom);
            }
        }
        catch (JsonSyntaxException e)
        {
            throw Expected($"a number ({e.Message})");
        }

        throw Expected("an argument: a text in single quotes, a number, true, false, null, a path or a call");
    }

    /// <summary>The character to be read, NUL at the end.</summary>
    private char Next => at < text.Length ? text[at] : '\0';

    private void SkipSpace()
    {
        while (Next is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }
    }

    private void Take(char expected)
    {
        if (Next != expected)
        {
            throw Expected($"'{expected}'");
        }

        at++;
    }

    private IntrinsicSyntaxException Expected(string what, string? found = null)
    {
        found ??= at < text.Length ? $"'{text[at]}'" : "the end";
        return new IntrinsicSyntaxException($"expected {what}, found {found} at position {at + 1} of '{text}'", at + 1);
    }
}
