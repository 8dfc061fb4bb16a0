using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

/// <summary>Makes up expressions: some that mean something, most of them then damaged, and inputs to try them on.</summary>
internal sealed class ExpressionMaker(int seed)
{
    private static readonly string[] Inputs =
    [
        """{"a":[{"b":1,"c":"x"},{"b":[2,3],"c":"y"},{"c":"x"}],"d":{"a":{"b":4}},"e":[],"f":null,"g":true}""",
        """[{"a":1},{"a":[2,[3]]},[4]]""", "5", "\"text\"", "null", "[]", "{}", """["\ud800"]""",
    ];

    private static readonly string[] Pieces =
    [
        "a", "b", "c", "$", "$$", "$x", "$states.input.a", "1", "0", "-1", "2.5", "\"s\"", "''", "true", "null", ".", "..", "[", "]", "(", ")", "{", "}", ",", ";", ":", "?", "+", "-",
        "*", "**", "/", "%", "|", "=", "!=", "<", "<=", "^(", "@$v", "#$i", "~>", ":=", "&", " and ", " or ", " in ", "function($x){", "λ($x,$y)<nx?:x>{", "!", "~", "`q r`", "/a+/i", "/[/",
        "/* c */", "\\", "\"", "é", "[]", "$sum(", "$map(", "$string(", "$f := ", "1e300", "[1..5]",
    ];

    private static readonly string[] Calls =
    [
        "sum", "count", "max", "string", "keys", "reverse", "distinct", "sort", "merge", "spread", "boolean", "not", "join", "uppercase", "length", "number", "type", "average", "zip", "shuffle",
        "round", "base64encode", "encodeUrl", "toMillis", "fromMillis", "flatten", "exists", "error", "assert", "single", "parse", "hash", "uuid", "random", "now", "clone", "formatNumber",
    ];

    private readonly Random random = new(seed);

    /// <summary>An expression, or what is left of one.</summary>
    public string Expression()
    {
        var text = random.Next(4) == 0 ? Rubble() : Term(1 + random.Next(4));
        return random.Next(2) == 0 ? text : Damaged(text);
    }

    /// <summary>Something to evaluate it for.</summary>
    public Json Input() => Json.Parse(Pick(Inputs));

    private string Rubble() => string.Concat(Enumerable.Range(0, 1 + random.Next(15)).Select(_ => Pick(Pieces)));

    private string Damaged(string text)
    {
        var damaged = new StringBuilder(text);
        for (var blows = 1 + random.Next(3); blows > 0 && damaged.Length > 0; blows--)
        {
            var at = random.Next(damaged.Length);
            switch (random.Next(3))
            {
                case 0:
                    damaged.Remove(at, Math.Min(1 + random.Next(4), damaged.Length - at));
                    break;
                case 1:
                    damaged.Insert(at, Pick(Pieces));
                    break;
                default:
                    damaged[at] = (char)random.Next(32, 127);
                    break;
            }
        }

        return damaged.ToString();
    }

    private string Term(int depth)
    {
        if (depth <= 0)
        {
            return Pick(["a", "b", "$", "$x", "1", "0", "'x'", "[]", "{}", "null", "$states.input.a", "true"]);
        }

        var inner = depth - 1;
        return random.Next(14) switch
        {
            0 => $"{Term(inner)}.{Term(inner)}",
            1 => $"{Term(inner)}[{Term(inner)}]",
            2 => $"({Term(inner)}){Pick(["@$v", "#$i", "[]", ".*", ".**", ".%", ".$"])}",
            3 => $"{Term(inner)} {Pick(["+", "-", "*", "/", "%", "=", "!=", "<", ">=", "&", "and", "or", "in"])} {Term(inner)}",
            4 => $"${Pick(Calls)}({Term(inner)})",
            5 => $"${Pick(["map", "filter", "reduce", "sort", "each", "sift", "single"])}({Term(inner)}, function($v, $i){{ {Term(inner)} }})",
            6 => $"($x := {Term(inner)}; $y := function($v){{ {Term(inner)} }}; $y({Term(inner)}))",
            7 => $"($f := function($n){{ $n > {random.Next(50)} ? {Term(inner)} : $f($n + 1) }}; $f(0))",
            8 => $"{Term(inner)} ? {Term(inner)} : {Term(inner)}",
            9 => $"[{Term(inner)}, {Term(inner)}, 1..{random.Next(300)}]",
            10 => $"{Term(inner)}{{$string({Term(inner)}): {Term(inner)}}}",
            11 => $"{Term(inner)}^({Pick(["", "<", ">"])}{Term(inner)})",
            12 => $"{Term(inner)} ~> |{Term(inner)}|{{'n': {Term(inner)}}}{Pick(["", ", 'a'"])}|",
            _ => $"{Term(inner)} ~> ${Pick(Calls)}{Pick(["", "()"])}",
        };
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
