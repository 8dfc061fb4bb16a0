namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Why a request about machines or executions was turned down. The whole set: a host maps each to an answer of its own.</summary>
public enum Refusal
{
    /// <summary>No machine has that ARN.</summary>
    StateMachineDoesNotExist,

    /// <summary>Another machine of that name exists, with another definition, type or role.</summary>
    StateMachineAlreadyExists,

    /// <summary>The machine is being deleted.</summary>
    StateMachineDeleting,

    /// <summary>The machine's type cannot do what was asked.</summary>
    StateMachineTypeNotSupported,

    /// <summary>The definition has errors; <see cref="RefusedException.Problems"/> lists them all.</summary>
    InvalidDefinition,

    /// <summary>No execution has that ARN.</summary>
    ExecutionDoesNotExist,

    /// <summary>The name is taken: by a running execution with another input, or by one that has ended.</summary>
    ExecutionAlreadyExists,

    /// <summary>The execution runs, has succeeded, or ended too long ago or with too long a history to be redriven.</summary>
    ExecutionNotRedrivable,

    /// <summary>As many executions are open as may be; try again when some have ended.</summary>
    ExecutionLimitExceeded,

    /// <summary>There are as many machines as there may be.</summary>
    StateMachineLimitExceeded,

    /// <summary>There are as many activities as there may be.</summary>
    ActivityLimitExceeded,

    /// <summary>As many STANDARD executions are open as an account may have.</summary>
    OpenExecutionLimitExceeded,

    /// <summary>The input is too large.</summary>
    InvalidExecutionInput,

    /// <summary>The output a callback brought is too large.</summary>
    InvalidOutput,

    /// <summary>A task token or a cursor that was not given out here.</summary>
    InvalidToken,

    /// <summary>The token is genuine, but its execution is no longer known.</summary>
    TaskDoesNotExist,

    /// <summary>The token is genuine, but nobody waits for its task any more.</summary>
    TaskTimedOut,

    /// <summary>No Map Run has that ARN.</summary>
    MapRunDoesNotExist,

    /// <summary>The Map Run has ended and cannot be changed any more.</summary>
    MapRunHasEnded,

    /// <summary>No activity has that ARN.</summary>
    ActivityDoesNotExist,

    /// <summary>Another activity of that name exists, with another encryption.</summary>
    ActivityAlreadyExists,

    /// <summary>As many workers wait for tasks of the activity as may.</summary>
    ActivityWorkerLimitExceeded,

    /// <summary>No version, alias or other resource has that ARN.</summary>
    ResourceNotFound,

    /// <summary>The request contradicts what is there: another revision is current, or an alias leads to what is to be deleted.</summary>
    Conflict,

    /// <summary>There are as many of them as may be.</summary>
    ServiceQuotaExceeded,

    /// <summary>The resource would have more tags than may be.</summary>
    TooManyTags,

    /// <summary>The engine is shutting down or has failed and takes nothing on.</summary>
    Unavailable,
}
