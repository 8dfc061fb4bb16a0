namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>What becomes of a firing while the execution of the last firing still runs.</summary>
public enum OverlapPolicy
{
    /// <summary>It does not take place.</summary>
    Skip,

    /// <summary>It waits until that execution has ended; of more than <see cref="Schedule.QueueLimit"/> that wait, the later ones do not take place.</summary>
    Queue,

    /// <summary>It takes place all the same.</summary>
    Allow,
}
