using TaskOrchestration.Orchestrations.Courses;

namespace TaskOrchestration.Functions.Executions.Watching;

/// <summary>Has the record of an execution looked at again and again, ever less often as long as nothing happens: nobody tells an instance of the app what others have taken down.</summary>
internal sealed class RecordWatch(TimeProvider time) : IFactWatch
{
    /// <summary>The pause after something has happened.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    /// <summary>The pause when nothing has happened for long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private TimeSpan pause = Shortest;

    /// <inheritdoc/>
    public async ValueTask NextAsync(bool foundSome, CancellationToken cancellationToken = default)
    {
        pause = foundSome ? Shortest : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, Longest.Ticks));
        await Task.Delay(pause, time, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is nothing to give back.
    }
}
