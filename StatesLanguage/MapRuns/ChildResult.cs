using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>What became of one child of a Map Run.</summary>
public sealed record ChildResult
{
    /// <summary>The child's number, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The child's ARN.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>How it ended.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>What it got.</summary>
    public required Json Input { get; init; }

    /// <summary>What it yielded, where it succeeded.</summary>
    public Json? Output { get; init; }

    /// <summary>Why it did not succeed, where it did not.</summary>
    public Failure? Failure { get; init; }

    /// <summary>When it began, or null if it never did.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, or null if it never began.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>How often it has been redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>Why a redrive of the Map Run will not take it up, in AWS's words, where it did not succeed and none will.</summary>
    public string? RedriveObstacle { get; init; }

    /// <summary>What a ResultWriter writes of the child, its description.</summary>
    /// <remarks>Input and output are texts, as in every answer of the API.</remarks>
    public JsonObject ToJson()
    {
        var arn = ExecutionArn.Split(':');
        var obstacle = Status == ExecutionStatus.Succeeded ? "Execution is SUCCEEDED and cannot be redriven" : RedriveObstacle;
        return new JsonObjectBuilder(16)
            .SetIfPresent("Cause", Failure?.Cause)
            .SetIfPresent("Error", Failure?.Error)
            .Set("ExecutionArn", Json.Of(ExecutionArn))
            .Set("Input", Json.Of(Input.ToString()))
            .Set("InputDetails", Included)
            .Set("Name", Json.Of(arn[^1]))
            .SetIfPresent("Output", Output?.ToString())
            .SetIfPresent("OutputDetails", Output is null ? null : Included)
            .Set("RedriveCount", Json.Of(RedriveCount))
            .Set("RedriveStatus", Json.Of(obstacle is null ? "REDRIVABLE_BY_MAP_RUN" : "NOT_REDRIVABLE"))
            .SetIfPresent("RedriveStatusReason", obstacle)
            .SetIfPresent("StartDate", StartedAt is { } start ? Timestamp.Format(start) : null)
            .Set("StateMachineArn", Json.Of(string.Join(':', [.. arn[..5], "stateMachine", arn[^2]])))
            .Set("Status", Json.Of(Word.Of(Status)))
            .SetIfPresent("StopDate", StoppedAt is { } stop ? Timestamp.Format(stop) : null)
            .Build();
    }

    private static JsonObject Included => JsonObject.Of(("Included", Json.True));
}
