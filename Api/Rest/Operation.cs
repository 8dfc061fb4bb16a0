using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Api.Rest;

/// <summary>What the OpenAPI document says about an endpoint, and how its requests are read. It is the endpoint's metadata.</summary>
internal sealed record Operation
{
    /// <summary>Its name in client code, for instance <c>listTasks</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Where, within the group; for instance <c>/tasks/{id}</c>. Parameters have no constraints here: their record has them.</summary>
    public required string Pattern { get; init; }

    /// <summary>What it belongs to in the document.</summary>
    public required string Tag { get; init; }

    /// <summary>What it does, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What else a caller should know.</summary>
    public string? Description { get; init; }

    /// <summary>The answers when all is well.</summary>
    public required ValueList<OperationAnswer> Answers { get; init; }

    /// <summary>
    /// The codes of the problems it can answer with beyond those that follow from the rest: of reading parameters and body, of access, and of
    /// idempotency keys.
    /// </summary>
    public ValueList<string> Refusals { get; init; } = [];

    /// <summary>The media types its body may have. A streamed body is read by the endpoint itself.</summary>
    public ValueList<string> BodyTypes { get; init; } = ["application/json"];

    /// <summary>Whether a request without a body is read as one with an empty object.</summary>
    public bool BodyIsOptional { get; init; }

    /// <summary>Whether the body is not JSON and is read by the endpoint itself.</summary>
    public bool BodyIsStreamed { get; init; }

    /// <summary>The most bytes a JSON body may have.</summary>
    public long BodyLimit { get; init; } = 1024 * 1024;

    /// <summary>Whether the answer has a secret, which must not be kept to be repeated under an idempotency key.</summary>
    public bool AnswerIsSecret { get; init; }

    /// <summary>Whether it only describes an endpoint that was not mapped as an operation, and that looks at nothing in its requests.</summary>
    public bool IsBare { get; init; }

    /// <summary>The record its parameters are read into; set by whoever maps it.</summary>
    public Type Parameters { get; init; } = typeof(NoParameters);

    /// <summary>The record its body is read into; set by whoever maps it.</summary>
    public Type? Body { get; init; }
}
