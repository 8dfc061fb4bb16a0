using System.ComponentModel;

namespace TaskOrchestration.Api.Rest;

/// <summary>What went wrong, as an answer says it.</summary>
[Description("What went wrong (RFC 9457).")]
internal sealed record Problem
{
    [Description("What kind of problem: a URN that ends in the problem's code.")]
    public required string Type { get; init; }

    [Description("The kind in words.")]
    public required string Title { get; init; }

    [Description("The HTTP status.")]
    public required int Status { get; init; }

    [Description("What was expected and what was found this time.")]
    public required string Detail { get; init; }

    [Description("The path that was asked for.")]
    public required string Instance { get; init; }

    [Description("The id of the request, by which the server's log and audit journal know it.")]
    public required string RequestId { get; init; }

    [Description("The faults of the request, all of them.")]
    public IReadOnlyList<FieldProblem>? Errors { get; init; }
}
