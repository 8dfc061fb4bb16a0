using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Tests.Tasks;

/// <summary>A store as a process that may be killed sees it.</summary>
internal sealed class MortalTaskStore(ITaskStore store, KillSwitch kill) : ITaskStore
{
    public ValueTask<TrackedTask?> FindAsync(string taskId, CancellationToken cancellationToken = default) => Alive().FindAsync(taskId, cancellationToken);

    public ValueTask<TrackedTask?> FindBySubjectAsync(TaskKind kind, string subjectId, CancellationToken cancellationToken = default) =>
        Alive().FindBySubjectAsync(kind, subjectId, cancellationToken);

    public ValueTask<TrackedTask?> TrySaveAsync(TrackedTask task, CancellationToken cancellationToken = default) =>
        kill.CallAsync(() => store.TrySaveAsync(task, cancellationToken));

    public ValueTask<bool> TryDeleteAsync(string taskId, long version, CancellationToken cancellationToken = default) =>
        kill.CallAsync(() => store.TryDeleteAsync(taskId, version, cancellationToken));

    public ValueTask<TaskPage> ListAsync(TaskQuery query, int limit, string? cursor, CancellationToken cancellationToken = default) =>
        Alive().ListAsync(query, limit, cursor, cancellationToken);

    public ValueTask<IReadOnlyList<TaskCount>> CountAsync(string? owner, CancellationToken cancellationToken = default) => Alive().CountAsync(owner, cancellationToken);

    private ITaskStore Alive()
    {
        kill.ThrowIfDead();
        return store;
    }
}
