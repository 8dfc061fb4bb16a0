using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Puts events into a queue, each once. In a FIFO queue the events of one execution are a group.</summary>
public sealed class QueueReceiver(QueueDirectory queues, MessagePost post, string name) : IStatusReceiver
{
    /// <summary>A rule that names no queue has one of its own, which is in no directory.</summary>
    private bool IsOfRule => name.Contains('/', StringComparison.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<Reception> SendAsync(StatusMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if ((IsOfRule ? new QueueRecord(name) : queues.Find(name)) is not { } queue)
        {
            return new Reception.NotNow($"there is no queue '{name}'");
        }

        try
        {
            var draft = new MessageDraft(queue.Name, message.Id, message.Body)
            {
                Group = queue.IsFifo ? message.ExecutionArn : null,
                DeduplicationId = queue.IsFifo ? message.Id : null,
            };
            await post.SendAsync($"status event {message.Id} {queue.Name}", [draft], _ => JsonObject.Empty, cancellationToken);
            return new Reception.Taken();
        }
        catch (TaskFailureException e)
        {
            return new Reception.NotNow(e.Message);
        }
    }
}
