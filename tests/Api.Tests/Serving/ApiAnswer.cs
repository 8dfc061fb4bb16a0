using System.Net;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Serving;

/// <summary>What the API answered.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, Json Body, string? ContentType, string? RequestId)
{
    public static ApiAnswer Ok(string body) => new(HttpStatusCode.OK, Json.Parse(body), "application/x-amz-json-1.0", "any");

    public static ApiAnswer Error(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest) => new(
        status,
        JsonObject.Of(("__type", Json.Of(code)), ("message", Json.Of(message))),
        "application/x-amz-json-1.0",
        "any");

    /// <summary>An error that says something beside code and message.</summary>
    public static ApiAnswer Error(string code, string message, (string Name, string Value) more) => Error(code, message) with
    {
        Body = JsonObject.Of(("__type", Json.Of(code)), ("message", Json.Of(message)), (more.Name, Json.Of(more.Value))),
    };

    /// <summary>Reads an answer; a request id that is a UUID becomes <c>any</c>.</summary>
    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response)
    {
        var id = response.Headers.TryGetValues("x-amzn-RequestId", out var ids) ? ids.Single() : null;
        return new ApiAnswer(
            response.StatusCode,
            Json.Parse(await response.Content.ReadAsByteArrayAsync()),
            response.Content.Headers.ContentType?.ToString(),
            Guid.TryParse(id, out _) ? "any" : id);
    }
}
