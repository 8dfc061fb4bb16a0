using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest.Serving;

/// <summary>What the REST API answered.</summary>
public sealed record RestAnswer(int Status, string? ContentType, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public Json Json => Json.Parse(Bytes);

    public JsonObject Object => (JsonObject)Json;

    /// <summary>The last part of a problem's type.</summary>
    public string? Code => ContentType == "application/problem+json" && Bytes.Length > 0 ? Member("type")?.Split(':')[^1] : null;

    /// <summary>The pointers of a problem's errors.</summary>
    public IReadOnlyList<string> Pointers => Object["errors"] is JsonArray errors ? [.. errors.Select(error => ((JsonString)((JsonObject)error)["pointer"]!).Value)] : [];

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string? Member(string name) => Object[name] is JsonString text ? text.Value : Object[name]?.ToString();

    public static async Task<RestAnswer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.ToString(),
        await response.Content.ReadAsByteArrayAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
}
