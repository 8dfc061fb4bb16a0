using System.Globalization;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest.Conformance;

/// <summary>An operation as the document has it.</summary>
public sealed record DocumentedOperation(string Method, string Path, JsonObject Description)
{
    private readonly string[] _segments = Path.Split('/');

    public string Id => ((JsonString)Description["operationId"]!).Value;

    /// <summary>The statuses it is documented to answer with.</summary>
    public IEnumerable<int> Statuses => Responses.Where(response => response.Key != "default").Select(response => int.Parse(response.Key, CultureInfo.InvariantCulture));

    public IReadOnlyList<JsonObject> Parameters => Description["parameters"] is JsonArray parameters ? [.. parameters.Cast<JsonObject>()] : [];

    /// <summary>The schema of its JSON body, if it has one.</summary>
    public JsonObject? BodySchema => (((Description["requestBody"] as JsonObject)?["content"] as JsonObject)?.First().Value as JsonObject)?["schema"] as JsonObject;

    /// <summary>The media types of its body.</summary>
    public IReadOnlyList<string> BodyTypes => (Description["requestBody"] as JsonObject)?["content"] is JsonObject content ? [.. content.Select(type => type.Key)] : [];

    public bool NeedsBody => (Description["requestBody"] as JsonObject)?["required"] is JsonBoolean { Value: true };

    /// <summary>Whether it reads and checks what it is asked.</summary>
    public bool IsChecked => Path.StartsWith("/api/", StringComparison.Ordinal);

    private JsonObject Responses => (JsonObject)Description["responses"]!;

    /// <summary>Whether a path is one of it.</summary>
    public bool Covers(string path) => path.Split('/') is var given
        && given.Length == _segments.Length
        && _segments.Zip(given).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    /// <summary>What is documented about a status.</summary>
    public JsonObject? Response(int status) => (Responses[status.ToString(CultureInfo.InvariantCulture)] ?? (status is 429 or >= 500 ? Responses["default"] : null)) as JsonObject;

    public override string ToString() => $"{Method} {Path}";
}
