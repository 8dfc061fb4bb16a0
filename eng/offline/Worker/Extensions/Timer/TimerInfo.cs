namespace Microsoft.Azure.Functions.Worker;

/// <summary>A tick of a schedule.</summary>
public class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    public bool IsPastDue { get; set; }
}
