namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>A request about a schedule was turned down; nothing has changed.</summary>
public sealed class ScheduleRefusedException(ScheduleRefusal refusal, string message, params IReadOnlyList<ScheduleProblem> problems) : Exception(message)
{
    /// <summary>Why.</summary>
    public ScheduleRefusal Refusal => refusal;

    /// <summary>What is wrong with the schedule, where that is the reason.</summary>
    public IReadOnlyList<ScheduleProblem> Problems => problems;
}
