using System.Text.RegularExpressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest.Conformance;

/// <summary>A request that an operation's schemas allow, made from them: with what is required and nothing else.</summary>
/// <param name="Path">The path, with values for its parameters.</param>
/// <param name="Query">Values for the required parameters of the query.</param>
/// <param name="Body">The body; null for none.</param>
public sealed record ValidRequest(string Path, IReadOnlyList<(string Name, string Value)> Query, Json? Body)
{
    /// <summary>Texts to choose from for a pattern. A pattern that none of them matches wants an example in the schema.</summary>
    private static readonly string[] Texts =
        ["sample", "EUR", "task-00000000000000000000000000", "2026-05-04", "0 0 2 * * ?", "bytes=0-1", "UTC", "1", "arn:aws:states:us-east-1:123456789012:stateMachine:M", "00000000-0000-0000-0000-000000000000"];

    public static ValidRequest For(DocumentedOperation operation, ApiDocument document)
    {
        var path = operation.Path;
        var query = new List<(string, string)>();
        foreach (var parameter in operation.Parameters)
        {
            var name = ((JsonString)parameter["name"]!).Value;
            var value = TextOf(ValueFor((JsonObject)parameter["schema"]!, document));
            path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
            if (parameter["in"] is JsonString { Value: "query" } && parameter["required"] is JsonBoolean { Value: true })
            {
                query.Add((name, value));
            }
        }

        return new ValidRequest(path, query, operation.BodySchema is { } schema ? ValueFor(schema, document) : null);
    }

    /// <summary>The path with the query.</summary>
    public string Address => Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"))}";

    /// <summary>A value that a schema allows.</summary>
    public static Json ValueFor(JsonObject reference, ApiDocument document)
    {
        var schema = document.Resolve(reference);
        if (schema["examples"] is JsonArray examples)
        {
            return examples[0];
        }

        if (schema["enum"] is JsonArray words)
        {
            return words[0];
        }

        if (schema["anyOf"] is JsonArray options)
        {
            return ValueFor((JsonObject)options[0], document);
        }

        return (schema["type"] is JsonArray types ? types[0] : schema["type"]) switch
        {
            null => JsonObject.Empty,
            JsonString { Value: "string" } => Json.Of(TextFor(schema)),
            JsonString { Value: "integer" or "number" } => schema["minimum"] ?? Json.Of(1),
            JsonString { Value: "boolean" } => Json.True,
            JsonString { Value: "array" } => JsonArray.Of(Enumerable.Repeat(ValueFor((JsonObject)schema["items"]!, document), schema["minItems"] is JsonNumber least ? (int)least.Value : 1)),
            _ => ObjectFor(schema, document),
        };
    }

    private static JsonObject ObjectFor(JsonObject schema, ApiDocument document)
    {
        var members = new JsonObjectBuilder();
        foreach (var name in (schema["required"] as JsonArray ?? JsonArray.Empty).Cast<JsonString>())
        {
            members.Set(name.Value, ValueFor((JsonObject)((JsonObject)schema["properties"]!)[name.Value]!, document));
        }

        return members.Build();
    }

    private static string TextFor(JsonObject schema) => schema["format"] switch
    {
        JsonString { Value: "date-time" } => "2026-05-04T10:30:00Z",
        JsonString { Value: "date" } => "2026-05-04",
        JsonString { Value: "uuid" } => "00000000-0000-0000-0000-000000000000",
        JsonString { Value: "uri" } => "https://example.com/",
        _ => Texts.FirstOrDefault(text =>
            (schema["pattern"] is not JsonString pattern || Regex.IsMatch(text, pattern.Value, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)))
            && (schema["minLength"] is not JsonNumber least || text.Length >= least.Value)
            && (schema["maxLength"] is not JsonNumber most || text.Length <= most.Value))
            ?? throw new InvalidOperationException($"No text is known that {schema} allows: give the member an example."),
    };

    private static string TextOf(Json value) => value is JsonString text ? text.Value : value.ToString();
}
