namespace TaskOrchestration.Support.Definitions;

/// <summary>Breaks expressions at random: paths and calls of intrinsic functions as people write them.</summary>
public sealed class ExpressionMutator(Random random)
{
    private static readonly string[] Expressions =
    [
        "$", "$$", "$.order.lines[0].sku", "$.['a b'].c", "$.order.lines[*].price", "$..sku", "$.order.lines[?(@.price > 10 && @.sku == 'x')].price", "$.list[1:]", "$.list[-2:]",
        "$.list[0,1]", "$['a','b']", "$.[0].x", "$.*", "$..*", "$.order..price[0]", "$[?(@.a =~ /x.*/i)]", "$.list[(@.length-1)]", "$$.Execution.Input.a", "$$.Task.Token", "$total.sum[0]",
        "$.lines[?(@.Name==Receipt)].ValueDetection.Text", "$.Snapshots.[0].State", "$.a['b']..['c']", "$[?(!@.a)]", "$[?(@ == null || @.b <= -1.5e3)]",
        "States.Format('Hello, {} and \\'{}\\'', $.name, $.list[0])", "States.StringToJson($.text)", "States.JsonToString($)", "States.Array(1, 'b', true, null, $.order)",
        "States.ArrayPartition($.list, 2)", "States.ArrayContains($.list, 2)", "States.ArrayRange(1, 9, 2)", "States.ArrayGetItem($.list, 1)", "States.ArrayLength($.list)",
        "States.ArrayUnique($.list)", "States.Base64Encode($.text)", "States.Base64Decode('e30=')", "States.Hash($.text, 'SHA-256')", "States.JsonMerge($.order, $$.Execution.Input, false)",
        "States.MathRandom(1, 999, 3)", "States.MathAdd($.number, -1)", "States.StringSplit($.text, '.+')", "States.UUID()",
        "States.Format('{}', States.ArrayGetItem(States.StringSplit(States.JsonToString($.order), ','), 0))", "States.ArrayLength(States.ArrayUnique(States.Array($.list, $total)))",
    ];

    private static readonly string[] Scraps =
    [
        "$", "$$", "@", ".", "..", "*", "[", "]", "[*]", "[?(", ")]", "(", ")", "'", "\"", "['a']", "[0]", "[-1]", "[1:2]", "[:", ",", " ", "==", "<", "=~", "/(a+)+$/", "&&", "||", "!", "1", "-",
        "\\", "\\'", "{}", "{", "}", "null", "true", "1e308", "99999999999999999999", "States.", "States.Array(", "States.Format('{}', ", "\ud800", "\u0000", "ä", "😀", "\n", ")))", "((((", "%", "#",
    ];

    /// <summary>A broken expression; now and then it is still a good one.</summary>
    public string Next()
    {
        var text = Pick(Expressions);
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            text = Mutate(text);
        }

        return text;
    }

    private string Mutate(string text)
    {
        var at = random.Next(text.Length + 1);
        var length = random.Next(Math.Min(12, text.Length - at) + 1);
        return random.Next(7) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pick(Scraps)),
            2 => text.Remove(at, length).Insert(at, Pick(Scraps)),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text.Insert(at, Pick(Expressions)),
            5 => string.Concat(text.AsSpan(0, at), Pick(Expressions).AsSpan(random.Next(2))),
            _ => text.Insert(at, string.Concat(Enumerable.Repeat(Pick(Scraps), random.Next(20) == 0 ? 2_000 : 5))),
        };
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
