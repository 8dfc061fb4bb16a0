using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Api.Rest;

/// <summary>An answer of an operation when all is well.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Description">When it is given and what it is.</param>
/// <param name="Body">The record it has as JSON; none for no body, or for one that is not JSON.</param>
internal sealed record OperationAnswer(int Status, string Description, Type? Body = null)
{
    /// <summary>The media type of a body that is not JSON.</summary>
    public string? MediaType { get; init; }

    /// <summary>The headers it has beyond those that every answer has.</summary>
    public ValueList<string> Headers { get; init; } = [];
}
