using System.Threading.Channels;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Notes which tasks' executions have ended or gone on, for <see cref="TaskReconciler"/> to see to on a thread of its own.</summary>
internal sealed class TaskEndObserver : IExecutionObserver
{
    private readonly Channel<string> ended = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>The ids of the tasks, in the order in which it happened.</summary>
    public ChannelReader<string> TaskIds => ended.Reader;

    /// <inheritdoc/>
    public bool WantsHistory(ExecutionStart start) => false;

    /// <inheritdoc/>
    public void Observe(ExecutionObservation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        if ((observation.Status != ExecutionStatus.Running || observation.IsRedrive) && AttemptName.TryParse(observation.Start.Name, out var taskId, out _))
        {
            ended.Writer.TryWrite(taskId);
        }
    }
}
