using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>An error name and its cause, as Retry and Catch see them. On AWS either may be absent.</summary>
public sealed record Failure(string? Error, string? Cause)
{
    /// <summary>Any error; in <c>ErrorEquals</c> only.</summary>
    public const string All = "States.ALL";

    /// <summary>Something in the definition met data it cannot work on. Ends the execution: nothing retries or catches it.</summary>
    public const string Runtime = "States.Runtime";

    /// <summary>A task or execution took too long.</summary>
    public const string Timeout = "States.Timeout";

    /// <summary>A task gave no sign of life in time.</summary>
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";

    /// <summary>A task failed; in <c>ErrorEquals</c> it stands for any error but a timeout.</summary>
    public const string TaskFailed = "States.TaskFailed";

    /// <summary>A payload is larger than the limit.</summary>
    public const string DataLimitExceeded = "States.DataLimitExceeded";

    /// <summary>A branch of a Parallel failed.</summary>
    public const string BranchFailed = "States.BranchFailed";

    /// <summary>No rule of a Choice held and there is no default.</summary>
    public const string NoChoiceMatched = "States.NoChoiceMatched";

    /// <summary>An intrinsic function could not be carried out.</summary>
    public const string IntrinsicFailure = "States.IntrinsicFailure";

    /// <summary>A JSONata expression could not be worked out, or came to what its field cannot take.</summary>
    public const string QueryEvaluationError = "States.QueryEvaluationError";

    /// <summary>A result cannot be put where ResultPath says.</summary>
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";

    /// <summary>A path in a template found nothing.</summary>
    public const string ParameterPathFailure = "States.ParameterPathFailure";

    /// <summary>More iterations of a Map failed than it tolerates.</summary>
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";

    /// <summary>The items of a DISTRIBUTED Map could not be read.</summary>
    public const string ItemReaderFailed = "States.ItemReaderFailed";

    /// <summary>The results of a DISTRIBUTED Map could not be written.</summary>
    public const string ResultWriterFailed = "States.ResultWriterFailed";

    /// <summary>Where and how the state failed to work something out, until the event that tells of it is written. It plays no part in what the failure is.</summary>
    internal EvaluationSite? Site { get; init; }

    /// <summary>Whether a sign of life was missed. On AWS the error reads <c>States.Timeout</c> then, yet <c>States.HeartbeatTimeout</c> matches it too.</summary>
    internal bool IsMissedHeartbeat { get; init; }

    /// <summary>The error output that a catcher hands on: both members, <c>null</c> where one is absent.</summary>
    internal JsonObject ToJson() => JsonObject.Of(("Error", Text(Error)), ("Cause", Text(Cause)));

    private static Json Text(string? text) => text is null ? Json.Null : Json.Of(text);
}
