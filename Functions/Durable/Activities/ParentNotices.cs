using TaskOrchestration.Functions.Durable.MapRuns;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Durable.Activities;

/// <summary>Tells an execution that one of those it has started has ended. Whether it waits for that, it knows itself.</summary>
public sealed class ParentNotices(IExecutionRecords records, MapRunBells bells, DurableClients clients)
{
    /// <summary>Tells whoever waits for an execution that it has ended: the execution that has started it, or the Map Run it is a child of.</summary>
    public async Task SendEndOfAsync(ExecutionStart child, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(child);
        if (IsOfMapRun(child) && await records.FindAsync(child.ExecutionArn, cancellationToken) is { Child: { } entry })
        {
            await bells.RingAsync(entry.MapRunArn, Signal.ChildEnded(child.ExecutionArn), cancellationToken);
        }
        else if (child.Parent is { } parent)
        {
            await SendAsync(parent, child.ExecutionArn, cancellationToken);
        }
    }

    /// <summary>Sends the signal to the orchestration that runs the parent now, which may be another one than the child was started by.</summary>
    public async Task SendAsync(ParentTask parent, string childArn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parent);
        if (await RunningAsync(parent, cancellationToken) is not { } record)
        {
            return;
        }

#pragma warning disable CA1031 // An orchestration that has just ended takes no events; any other trouble goes on to whoever called.
        try
        {
            await clients.Current.RaiseEventAsync(record.InstanceId, Signal.EventName, Signal.ChildEnded(childArn).Text, cancellationToken);
        }
        catch (Exception)
        {
            if (await RunningAsync(parent, cancellationToken) is not null)
            {
                throw;
            }
        }
#pragma warning restore CA1031
    }

    /// <summary>No machine of its own has such a name, so that most executions need not be looked up.</summary>
    private static bool IsOfMapRun(ExecutionStart child) => child.StateMachineName.Contains('/', StringComparison.Ordinal);

    private async Task<ExecutionRecord?> RunningAsync(ParentTask parent, CancellationToken cancellationToken) =>
        await records.FindAsync(parent.ExecutionArn, cancellationToken) is { Status: ExecutionStatus.Running } record ? record : null;
}
