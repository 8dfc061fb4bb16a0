using System.Threading.Channels;
using TaskOrchestration.Orchestrations.Courses;

namespace TaskOrchestration.Orchestrations.Engine.Watching;

/// <summary>Is told by the journal when facts of an execution have become durable. However many come before somebody looks, it is told once.</summary>
internal sealed class JournalWatch(WatchedJournal journal, long execution) : IFactWatch
{
    private readonly Channel<bool> told = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The key of the execution.</summary>
    public long Execution { get; } = execution;

    /// <summary>Something has become durable. Returns at once.</summary>
    public void Ring() => told.Writer.TryWrite(item: true);

    /// <inheritdoc/>
    public async ValueTask NextAsync(bool foundSome, CancellationToken cancellationToken = default) => await told.Reader.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => journal.End(this);
}
