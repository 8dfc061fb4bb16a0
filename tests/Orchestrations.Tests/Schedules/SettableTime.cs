namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>A clock that a test sets, forth and back.</summary>
internal sealed class SettableTime : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
