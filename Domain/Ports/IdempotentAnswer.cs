using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Ports;

/// <summary>What a caller was answered to a request with an idempotency key, kept so that the same request is answered the same way.</summary>
public sealed record IdempotentAnswer
{
    /// <summary>Whose key it is and for what: a caller and a route. A key means something within its scope only.</summary>
    public required string Scope { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>A digest of the request's content, by which another request under the same key is known for another.</summary>
    public required string RequestHash { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The media type of the body; none when there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The headers that belong to the answer, for instance <c>Location</c> and <c>ETag</c>, in the order they were set.</summary>
    public ValueList<AnswerHeader> Headers { get; init; } = [];

    /// <summary>The body, as text.</summary>
    public string Body { get; init; } = "";

    /// <summary>When it was answered.</summary>
    public required DateTimeOffset At { get; init; }
}
