namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>What became of a callback.</summary>
internal enum CallbackOutcome
{
    /// <summary>The task was waiting for it.</summary>
    Taken,

    /// <summary>Nobody waits for the task any more.</summary>
    TooLate,

    /// <summary>The token is not one the execution gave out.</summary>
    NotGenuine,

    /// <summary>The execution is not open.</summary>
    NotOpen,
}
