using System.Text;
using System.Text.Json;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>Reports members whose name occurs twice in one object: only the last would count, which nobody means.</summary>
internal static class DuplicateKeys
{
    public static void Check(string text, JsonObject definition, ProblemList problems)
    {
        // Names are compared only when some must repeat: then the text has more members than what was read from it.
        if (CountNames(text) == CountMembers(definition))
        {
            return;
        }

        foreach (var pointer in SourceMap.Of(text).DuplicateKeys)
        {
            if (problems.IsFull)
            {
                return;
            }

            problems.Add(ProblemCode.InvalidJson, "Expected each field once in an object, found it again", pointer);
        }
    }

    private static int CountNames(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), JsonText.Strict);
        var count = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                count++;
            }
        }

        return count;
    }

    private static int CountMembers(Json value)
    {
        var count = 0;
        switch (value)
        {
            case JsonObject members:
                count = members.Count;
                foreach (var member in members.Values)
                {
                    count += CountMembers(member);
                }

                break;
            case JsonArray items:
                foreach (var item in items.AsSpan())
                {
                    count += CountMembers(item);
                }

                break;
        }

        return count;
    }
}
