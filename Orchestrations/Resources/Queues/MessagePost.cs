using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>Puts messages into queues and rings for those who wait for them.</summary>
public sealed class MessagePost(IMessageStore store)
{
    /// <summary>Tells of a queue that has got messages, after they are durable.</summary>
    public event EventHandler<MessagesPosted>? Posted;

    /// <inheritdoc cref="IMessageStore.PostAsync"/>
    public async ValueTask<JsonObject> SendAsync(
        string attempt, IReadOnlyList<MessageDraft> drafts, Func<Posting, JsonObject> answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        var answered = await store.PostAsync(attempt, drafts, answer, cancellationToken);
        foreach (var queue in drafts.Select(draft => draft.Queue).Distinct())
        {
            Posted?.Invoke(this, new MessagesPosted(queue));
        }

        return answered;
    }
}
