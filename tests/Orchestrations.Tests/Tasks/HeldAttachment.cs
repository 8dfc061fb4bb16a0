using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Orchestrations.Tests.Tasks;

/// <summary>An attachment that takes until it is let go, and knows how many were at it at once.</summary>
internal sealed class HeldAttachment : IResultAttachment
{
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int atOnce;
    private int most;

    public int MostAtOnce => Volatile.Read(ref most);

    public void Release() => released.SetResult();

    public async ValueTask AttachAsync(TrackedTask task, ExecutionDescription execution, CancellationToken cancellationToken)
    {
        most = Math.Max(MostAtOnce, Interlocked.Increment(ref atOnce));
        await released.Task.WaitAsync(cancellationToken);
        Interlocked.Decrement(ref atOnce);
    }
}
