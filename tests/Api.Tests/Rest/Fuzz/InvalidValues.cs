using System.Text.RegularExpressions;
using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest.Fuzz;

/// <summary>Values that a schema does not allow.</summary>
public sealed class InvalidValues(ApiDocument document, Random random)
{
    private static readonly string[] Junk =
        ["", " ", "null", "true", "-1", "1e400", "NaN", "0x1F", "9999999999999999999999", "not-a-time", "2026-13-45T99:99:99Z", "2026-05-04", "../../etc/passwd", "<script>", "' OR 1=1 --", "%", "\u0000", "\u200b", "a\tb", "\n", "Pending ", "PENDING"];

    /// <summary>Texts for a parameter whose schema does not allow them.</summary>
    public IEnumerable<string> Texts(JsonObject reference)
    {
        var schema = document.Resolve(reference);
        if (schema["items"] is JsonObject items)
        {
            return Texts(items);
        }

        var candidates = Junk.Append(Word()).Append(new string('x', 1 + random.Next(5000)));
        candidates = candidates.Append($"{random.NextDouble() * 1e12}").Append(Limit(schema, "maximum") is { } most ? $"{most + 1 + random.Next(1000)}" : "x").Append(Limit(schema, "minimum") is { } least ? $"{least - 1 - random.Next(1000)}" : "y");
        return candidates.Where(candidate => !Allows(schema, candidate));
    }

    /// <summary>Values for a place in a body whose schema does not allow them.</summary>
    public IEnumerable<Json> Values(JsonObject reference)
    {
        var schema = document.Resolve(reference);
        if (schema.Count == 0)
        {
            return [];
        }

        Json[] candidates =
        [
            Json.Null, Json.True, Json.Of(random.Next(int.MinValue, 0)), Json.Of(random.Next()), JsonNumber.Spelled("1e400"), JsonNumber.Spelled(new string('9', 400)), JsonNumber.Spelled("-0.5"), JsonNumber.Spelled("1.00000000000000000001"),
            Json.Of(Word()), .. Junk.Select(Json.Of), Json.Of(new string('x', 5000 + random.Next(5000))), JsonArray.Empty, JsonArray.Of(Json.Null), JsonArray.Of(JsonArray.Of(Json.Of(1))),
            JsonArray.Of(Enumerable.Repeat(Json.Of("x"), 600)), JsonObject.Empty, JsonObject.Of((Word(), Json.Null)), JsonObject.Of(("$ref", Json.Of("#")), ("__proto__", JsonObject.Empty)),
        ];
        return candidates.Where(candidate => Faults(candidate, schema));
    }

    public string Word() => string.Concat(Enumerable.Range(0, 1 + random.Next(12)).Select(_ => (char)('a' + random.Next(26))));

    private bool Faults(Json candidate, JsonObject schema) => new SchemaCheck(document.Document).Faults(candidate, schema).Count > 0;

    /// <summary>Whether a parameter's text is allowed, read as the schema's type asks.</summary>
    private bool Allows(JsonObject schema, string text)
    {
        if (schema["type"] is JsonString { Value: "integer" or "number" or "boolean" })
        {
            try
            {
                return !Faults(Json.Parse(text), schema) && Regex.IsMatch(text, @"\A\S+\z", RegexOptions.None, TimeSpan.FromSeconds(1));
            }
            catch (JsonSyntaxException)
            {
                return false;
            }
        }

        return !Faults(Json.Of(text), schema);
    }

    private static long? Limit(JsonObject schema, string keyword) => schema[keyword] is JsonNumber number ? (long)number.Value : null;
}
