using System.Net;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Support.Servers;

/// <summary>What the REST API answered.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Content">The body.</param>
/// <param name="ETag">The version of what was answered, if it has one.</param>
/// <param name="RequestId">The id under which the audit journal has the request.</param>
public sealed record RestAnswer(HttpStatusCode Status, byte[] Content, string? ETag, string RequestId)
{
    /// <summary>Whether it was done.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The body as JSON.</summary>
    public JsonObject Body => (JsonObject)Json.Parse(Content);

    /// <summary>A text in the body.</summary>
    public string Text(string member) => ((JsonString)Body[member]!).Value;

    /// <summary>This answer, if it was done.</summary>
    public RestAnswer OrThrow() => IsSuccess ? this : throw new InvalidOperationException($"{(int)Status}: {System.Text.Encoding.UTF8.GetString(Content)}");
}
