using System.Globalization;
using System.Text.RegularExpressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest.Conformance;

/// <summary>Holds values against JSON Schemas. It knows the keywords that the OpenAPI document uses and refuses others.</summary>
public sealed class SchemaCheck(JsonObject document)
{
    private static readonly HashSet<string> Known =
        ["$ref", "type", "enum", "properties", "required", "additionalProperties", "items", "minItems", "maxItems", "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "anyOf", "description", "default", "examples"];

    /// <summary>The schema that a reference names; other schemas as they are.</summary>
    public JsonObject Resolve(JsonObject schema)
    {
        if (schema["$ref"] is not JsonString reference)
        {
            return schema;
        }

        Json? at = document;
        foreach (var step in reference.Value.Split('/').Skip(1))
        {
            at = (at as JsonObject)?[step];
        }

        return at as JsonObject ?? throw new InvalidOperationException($"{reference.Value} leads nowhere.");
    }

    /// <summary>What is wrong with a value.</summary>
    public IReadOnlyList<string> Faults(Json value, JsonObject schema)
    {
        var faults = new List<string>();
        Check(value, schema, "", faults);
        return faults;
    }

    private void Check(Json value, JsonObject reference, string at, List<string> faults)
    {
        var schema = Resolve(reference);
        if (schema.FirstOrDefault(keyword => !Known.Contains(keyword.Key) && !keyword.Key.StartsWith("x-", StringComparison.Ordinal)).Key is { } unknown)
        {
            throw new InvalidOperationException($"The schema at {at} uses {unknown}, which this check does not know.");
        }

        if (schema["type"] is { } type && !Types(type).Any(name => IsOf(value, name)))
        {
            faults.Add($"{at}: expected {type}, found {value}");
            return;
        }

        if (schema["enum"] is JsonArray words && !words.Contains(value))
        {
            faults.Add($"{at}: expected one of {words}, found {value}");
        }

        if (schema["anyOf"] is JsonArray options && !options.Cast<JsonObject>().Any(option => Faults(value, option).Count == 0))
        {
            faults.Add($"{at}: expected any of {options}, found {value}");
        }

        switch (value)
        {
            case JsonString text:
                CheckText(text.Value, schema, at, faults);
                break;
            case JsonNumber number:
                Expect(Limit(schema, "minimum") is not { } least || number.Value >= least, at, $"at least {schema["minimum"]}", value, faults);
                Expect(Limit(schema, "maximum") is not { } most || number.Value <= most, at, $"at most {schema["maximum"]}", value, faults);
                break;
            case JsonArray list:
                CheckList(list, schema, at, faults);
                break;
            case JsonObject members:
                CheckObject(members, schema, at, faults);
                break;
        }
    }

    private static void CheckText(string text, JsonObject schema, string at, List<string> faults)
    {
        Expect(Limit(schema, "minLength") is not { } least || text.Length >= least, at, $"at least {schema["minLength"]} characters", Json.Of(text), faults);
        Expect(Limit(schema, "maxLength") is not { } most || text.Length <= most, at, $"at most {schema["maxLength"]} characters", Json.Of(text), faults);
        Expect(schema["pattern"] is not JsonString pattern || Regex.IsMatch(text, pattern.Value, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)), at, $"{schema["pattern"]}", Json.Of(text), faults);
        Expect(schema["format"] is not JsonString format || Spells(text, format.Value), at, $"{schema["format"]}", Json.Of(text), faults);
    }

    private void CheckList(JsonArray list, JsonObject schema, string at, List<string> faults)
    {
        Expect(Limit(schema, "minItems") is not { } least || list.Count >= least, at, $"at least {schema["minItems"]} items", list, faults);
        Expect(Limit(schema, "maxItems") is not { } most || list.Count <= most, at, $"at most {schema["maxItems"]} items", list, faults);
        for (var i = 0; i < list.Count && schema["items"] is JsonObject items; i++)
        {
            Check(list[i], items, $"{at}/{i}", faults);
        }
    }

    private void CheckObject(JsonObject members, JsonObject schema, string at, List<string> faults)
    {
        var properties = schema["properties"] as JsonObject ?? JsonObject.Empty;
        foreach (var (name, value) in members)
        {
            if (properties[name] is JsonObject property)
            {
                Check(value, property, $"{at}/{name}", faults);
            }
            else if (schema["additionalProperties"] is JsonObject others)
            {
                Check(value, others, $"{at}/{name}", faults);
            }
            else
            {
                Expect(schema["additionalProperties"] is not JsonBoolean { Value: false }, $"{at}/{name}", "no such member", value, faults);
            }
        }

        foreach (var name in (schema["required"] as JsonArray ?? JsonArray.Empty).Cast<JsonString>())
        {
            Expect(members.Contains(name.Value), $"{at}/{name.Value}", "this member", members, faults);
        }
    }

    private static void Expect(bool isMet, string at, string expected, Json found, List<string> faults)
    {
        if (!isMet)
        {
            faults.Add($"{at}: expected {expected}, found {found}");
        }
    }

    private static IEnumerable<string> Types(Json type) => type is JsonArray several ? several.Cast<JsonString>().Select(one => one.Value) : [((JsonString)type).Value];

    private static bool IsOf(Json value, string type) => type switch
    {
        "null" => value is JsonNull,
        "boolean" => value is JsonBoolean,
        "string" => value is JsonString,
        "number" => value is JsonNumber,
        "integer" => value is JsonNumber { IsInteger: true },
        "array" => value is JsonArray,
        "object" => value is JsonObject,
        _ => throw new InvalidOperationException($"There is no type {type}."),
    };

    private static bool Spells(string text, string format) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) && text.Contains('T', StringComparison.Ordinal),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        "uuid" => Guid.TryParse(text, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => throw new InvalidOperationException($"There is no format {format}."),
    };

    private static double? Limit(JsonObject schema, string keyword) => schema[keyword] is JsonNumber number ? number.Value : null;
}
