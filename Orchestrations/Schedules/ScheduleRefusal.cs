namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>Why a request about a schedule was turned down.</summary>
public enum ScheduleRefusal
{
    /// <summary>There is no schedule, or no firing, of that name.</summary>
    DoesNotExist,

    /// <summary>Somebody has changed it since that version.</summary>
    VersionMismatch,

    /// <summary>It comes from the settings and is changed there.</summary>
    IsConfigured,

    /// <summary>It is not sound; <see cref="ScheduleRefusedException.Problems"/> says why.</summary>
    Unsound,
}
