using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Benchmarks.Listing;

/// <summary>Tasks that are listed and nothing else.</summary>
internal sealed class StoredTasks(ITaskStore store) : ITaskService
{
    public ValueTask<TaskPage> ListAsync(TaskQuery query, int limit, string? cursor, CancellationToken cancellationToken = default) =>
        store.ListAsync(query, limit, cursor, cancellationToken);

    public ValueTask<TrackedTask> SubmitAsync(TaskSubmission submission, CancellationToken cancellationToken = default) => throw OnlyListed();

    public ValueTask<TrackedTask> DescribeAsync(string taskId, CancellationToken cancellationToken = default) => throw OnlyListed();

    public ValueTask<TrackedTask> EditAsync(string taskId, long? version, TaskEdit edit, string by, CancellationToken cancellationToken = default) => throw OnlyListed();

    public ValueTask DeleteAsync(string taskId, long? version, string by, CancellationToken cancellationToken = default) => throw OnlyListed();

    public ValueTask<TrackedTask> CancelAsync(string taskId, string? reason, string by, CancellationToken cancellationToken = default) => throw OnlyListed();

    public ValueTask<TrackedTask> RetryAsync(string taskId, string by, CancellationToken cancellationToken = default) => throw OnlyListed();

    public ValueTask<TrackedTask> ApproveAsync(string taskId, string? note, string by, CancellationToken cancellationToken = default) => throw OnlyListed();

    public ValueTask<TrackedTask> RejectAsync(string taskId, string? note, string by, CancellationToken cancellationToken = default) => throw OnlyListed();

    private static NotSupportedException OnlyListed() => new("The benchmark asks for lists only.");
}
