using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.History;

/// <summary>The particulars of a history event. Several types share one shape.</summary>
public abstract record HistoryDetails
{
    private HistoryDetails() { }

    /// <summary>ExecutionStarted.</summary>
    public sealed record ExecutionStarted(Json Input, string RoleArn) : HistoryDetails
    {
        /// <summary>The version it was started by, or by way of an alias; or null.</summary>
        public string? StateMachineVersionArn { get; init; }

        /// <summary>The alias it was started by, or null.</summary>
        public string? StateMachineAliasArn { get; init; }
    }

    /// <summary>ExecutionRedriven.</summary>
    public sealed record ExecutionRedriven(int RedriveCount) : HistoryDetails;

    /// <summary>ExecutionSucceeded, LambdaFunctionSucceeded and ActivitySucceeded.</summary>
    public sealed record Result(Json Output) : HistoryDetails;

    /// <summary>Every failure, time-out and abortion that names no service. Either part may be absent.</summary>
    public sealed record Failed(string? Error, string? Cause) : HistoryDetails;

    /// <summary>EvaluationFailed. The location is the field, as a path from the state; null where it is about no field.</summary>
    public sealed record EvaluationFailed(string State, string? Location, string? Error, string? Cause) : HistoryDetails;

    /// <summary>…StateEntered.</summary>
    public sealed record StateEntered(string Name, Json Input) : HistoryDetails;

    /// <summary>…StateExited. The variables are null where the state has no Assign that ran.</summary>
    public sealed record StateExited(string Name, Json Output, JsonObject? AssignedVariables) : HistoryDetails;

    /// <summary>LambdaFunctionScheduled.</summary>
    public sealed record LambdaFunctionScheduled(string Resource, Json Input, long? TimeoutInSeconds, Json? Credentials) : HistoryDetails;

    /// <summary>ActivityScheduled.</summary>
    public sealed record ActivityScheduled(string Resource, Json Input, long? TimeoutInSeconds, long? HeartbeatInSeconds) : HistoryDetails;

    /// <summary>ActivityStarted.</summary>
    public sealed record ActivityStarted(string? WorkerName) : HistoryDetails;

    /// <summary>TaskScheduled.</summary>
    public sealed record TaskScheduled(string ResourceType, string Resource, string Region, Json Parameters, long? TimeoutInSeconds, long? HeartbeatInSeconds, Json? Credentials)
        : HistoryDetails;

    /// <summary>TaskStarted.</summary>
    public sealed record TaskStarted(string ResourceType, string Resource) : HistoryDetails;

    /// <summary>TaskSubmitted and TaskSucceeded.</summary>
    public sealed record TaskOutput(string ResourceType, string Resource, Json Output) : HistoryDetails;

    /// <summary>TaskFailed, TaskStartFailed, TaskSubmitFailed and TaskTimedOut.</summary>
    public sealed record TaskFailed(string ResourceType, string Resource, string? Error, string? Cause) : HistoryDetails;

    /// <summary>MapStateStarted.</summary>
    public sealed record MapStateStarted(int Length) : HistoryDetails;

    /// <summary>MapRunStarted.</summary>
    public sealed record MapRunStarted(string MapRunArn) : HistoryDetails;

    /// <summary>MapRunRedriven.</summary>
    public sealed record MapRunRedriven(string MapRunArn, int RedriveCount) : HistoryDetails;

    /// <summary>MapIterationStarted, …Succeeded, …Failed and …Aborted.</summary>
    public sealed record MapIteration(string Name, int Index) : HistoryDetails;
}
