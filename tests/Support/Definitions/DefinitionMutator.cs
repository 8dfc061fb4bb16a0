using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Support.Definitions;

/// <summary>Breaks definitions at random, as JSON and as text.</summary>
public sealed class DefinitionMutator(Random random)
{
    private static readonly string[] Scraps =
    [
        "null", "true", "-1", "1e999", "0.5", "99999999999999999999", "\"\"", "\"$\"", "\"$.[\"", "\"$$\"", "\"$..[?(@.a==\"", "\"States.\"",
        "\"States.Format(\"", "\"{% %}\"", "\"\\ud800\"", "{}", "[]", "[[]]", "{\"a.$\":null}", "{\"\":{}}", "[null]",
    ];

    private static readonly string[] Names =
    [
        "Type", "Next", "End", "States", "StartAt", "Branches", "Iterator", "ItemProcessor", "Choices", "And", "Not", "Retry", "Catch",
        "ErrorEquals", "Parameters", "ResultPath", "QueryLanguage", "ProcessorConfig", "ItemReader", "Variable", "x.$", "",
    ];

    public string Mutate(JsonObject definition)
    {
        Json broken = definition;
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            broken = MutateSomewhere(broken);
        }

        var text = broken.ToString();
        return random.Next(4) == 0 ? MutateText(text) : text;
    }

    private Json MutateSomewhere(Json value)
    {
        if (random.Next(4) == 0)
        {
            return MutateHere(value);
        }

        switch (value)
        {
            case JsonObject { Count: > 0 } members:
                var name = members.Names[random.Next(members.Count)];
                return members.With(name, MutateSomewhere(members[name]!));
            case JsonArray { Count: > 0 } items:
                var at = random.Next(items.Count);
                return JsonArray.Of(items.Select((item, i) => i == at ? MutateSomewhere(item) : item));
            default:
                return MutateHere(value);
        }
    }

    private Json MutateHere(Json value) => (random.Next(4), value) switch
    {
        (0, JsonObject { Count: > 0 } members) => members.Without(members.Names[random.Next(members.Count)]),
        (1, JsonObject members) => members.With(Pick(Names), Json.Parse(Pick(Scraps))),
        (0, JsonArray { Count: > 0 } items) => JsonArray.Of(items.Skip(1)),
        (1, JsonArray items) => JsonArray.Of(items.Append(Json.Parse(Pick(Scraps)))),
        (2, _) => Nest(value),
        _ => Json.Parse(Pick(Scraps)),
    };

    private Json Nest(Json value)
    {
        for (var depth = random.Next(1, random.Next(10) == 0 ? 1200 : 4); depth > 0; depth--)
        {
            value = random.Next(2) == 0 ? JsonArray.Of(value) : JsonObject.Of((Pick(Names), value));
        }

        return value;
    }

    private string MutateText(string text)
    {
        var at = random.Next(text.Length);
        return random.Next(4) switch
        {
            0 => text[..at],
            1 => text.Remove(at, random.Next(1, Math.Min(20, text.Length - at) + 1)),
            2 => text.Insert(at, Pick(["\"", "{", "]", ",", "\u0000", "\ud800", "nul", "\\u12", "//"])),
            _ => text.Insert(at, new string(random.Next(2) == 0 ? '[' : '{', random.Next(2000))),
        };
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
