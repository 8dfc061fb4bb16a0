using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What an orchestration yields when its execution has ended: for those who look at Durable Functions' own status.</summary>
/// <param name="Status">How the execution ended, as in the API: SUCCEEDED, FAILED, TIMED_OUT or ABORTED; or null if another orchestration runs it.</param>
/// <param name="Output">Its output as JSON text; null where there is none, or where it is long: DescribeExecution has it.</param>
/// <param name="Error">Its error, if it has one.</param>
/// <param name="Cause">The cause, if it has one.</param>
public sealed record ExecutionOutcome(string? Status, string? Output, string? Error, string? Cause)
{
    /// <summary>An output of more bytes is not shown.</summary>
    private const int LongestShownOutput = 32 * 1024;

    /// <summary>What an orchestration yields whose execution another one runs.</summary>
    public static ExecutionOutcome OfAnother { get; } = new(Status: null, Output: null, Error: null, Cause: null);

    /// <summary>How an execution has ended.</summary>
    public static ExecutionOutcome Of(Execution execution)
    {
        ArgumentNullException.ThrowIfNull(execution);
        var output = execution.Output is { Utf8Length: <= LongestShownOutput } shown ? shown.ToString() : null;
        return new ExecutionOutcome(NameOf(execution.Status), output, execution.Failure?.Error, execution.Failure?.Cause);
    }

    /// <summary>The status as the API names it.</summary>
    public static string NameOf(ExecutionStatus status) => status == ExecutionStatus.TimedOut ? "TIMED_OUT" : status.ToString().ToUpperInvariant();
}
