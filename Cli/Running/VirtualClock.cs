namespace TaskOrchestration.Cli.Running;

/// <summary>A clock that stands still until it is moved: waits and back-off take no time.</summary>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves to a moment; one that has passed already moves nothing.</summary>
    public void MoveTo(DateTimeOffset moment) => _now = moment > _now ? moment : _now;
}
