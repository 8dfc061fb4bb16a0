namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>The thread on which an orchestrator may run: that of its episode, while the episode lasts. What it awaits goes on there at once.</summary>
internal sealed class OrchestratorThread(string instanceId, Action<Exception> report) : SynchronizationContext
{
    [ThreadStatic]
    private static OrchestratorThread? current;

    /// <summary>Whether this is it.</summary>
    public bool IsHere => ReferenceEquals(current, this);

    /// <summary>Makes this thread the orchestrator's until the work is done.</summary>
    public void Run(Action work)
    {
        var (before, contextBefore) = (current, Current);
        current = this;
        SetSynchronizationContext(this);
        try
        {
            work();
        }
        finally
        {
            SetSynchronizationContext(contextBefore);
            current = before;
        }
    }

    /// <summary>Refuses a call from anywhere else.</summary>
    public void Demand(string what)
    {
        if (!IsHere)
        {
            var illegal = new IllegalAwaitException(instanceId, $"expected {what} on the thread of the episode under way; it was called elsewhere, so the orchestrator has awaited something that is not durable");
            report(illegal);
            throw illegal;
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsHere)
        {
            d(state);
        }
        else
        {
            report(new IllegalAwaitException(instanceId, "expected it to await durable tasks only; something else that it awaited has completed on another thread"));
        }
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => Post(d, state);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;
}
