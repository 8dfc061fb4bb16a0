namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Why a request about a task was turned down. The whole set: a host maps each to an answer of its own.</summary>
public enum TaskRefusal
{
    /// <summary>No task has that id.</summary>
    TaskDoesNotExist,

    /// <summary>Somebody has changed the task since that version.</summary>
    VersionMismatch,

    /// <summary>The task's status does not allow it.</summary>
    WrongStatus,

    /// <summary>The submission was made before under its idempotency key, with other content.</summary>
    KeyReused,

    /// <summary>The submission is not one that its workflow could carry out.</summary>
    InvalidSubmission,
}
