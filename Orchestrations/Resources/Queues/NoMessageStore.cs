using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>No place for messages: whoever sends one is told so.</summary>
internal sealed class NoMessageStore : IMessageStore
{
    public ValueTask<JsonObject> PostAsync(
        string attempt, IReadOnlyList<MessageDraft> drafts, Func<Posting, JsonObject> answer, CancellationToken cancellationToken = default) => throw NoPlace.For("messages");

    public ValueTask<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int limit, TimeSpan visibility, CancellationToken cancellationToken = default) => None();

    public ValueTask<IReadOnlyList<QueuedMessage>> ListAsync(string queue, int limit, CancellationToken cancellationToken = default) => None();

    public ValueTask<bool> DeleteAsync(string queue, string messageId, CancellationToken cancellationToken = default) => ValueTask.FromResult(false);

    public ValueTask<bool> ReleaseAsync(string queue, string messageId, TimeSpan after, CancellationToken cancellationToken = default) => ValueTask.FromResult(false);

    public ValueTask<DateTimeOffset?> NextVisibleAsync(string queue, CancellationToken cancellationToken = default) => ValueTask.FromResult<DateTimeOffset?>(null);

    private static ValueTask<IReadOnlyList<QueuedMessage>> None() => ValueTask.FromResult<IReadOnlyList<QueuedMessage>>([]);
}
