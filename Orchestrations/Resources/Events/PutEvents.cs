using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Events;

/// <summary><c>events:putEvents</c>: tells of events, which go where the rules of their bus send them.</summary>
/// <remarks>
/// By hand, the task fails if one of its events is refused (<c>EventBridge.FailedEntry</c>), and each event names the machine and the execution among its
/// resources; by <c>aws-sdk</c> neither is so.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html">EventBridge and Step Functions</seealso>
public sealed class PutEvents(EventRules rules, MessagePost post, TimeProvider time) : IServiceAction
{
    private const int MostEntries = 10;

    /// <inheritdoc/>
    public AwsService Service => AwsService.EventBridge;

    /// <inheritdoc/>
    public string Name => "putEvents";

    /// <inheritdoc/>
    public bool HasOwnIntegration => true;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } = ["EndpointId", "Entries"];

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var entries = Entries(request).Select((entry, i) => EventEntry.Read(entry, Digest.IdOf($"event {request.Attempt} {i}"), request, time.GetUtcNow())).ToArray();
        var drafts = entries.SelectMany(entry => entry.Event is { } happened ? Drafts(entry, happened) : []).ToArray();
        var answer = await post.SendAsync(request.Attempt, drafts, _ => Answer(entries), cancellationToken);
        return request.IsByHand && answer["FailedEntryCount"] is JsonNumber { Value: > 0 }
            ? throw new TaskFailureException(new("EventBridge.FailedEntry", answer.ToString()))
            : answer;
    }

    private static JsonArray Entries(ServiceRequest request)
    {
        var entries = request.List("Entries") ?? throw Invalid("Value null at 'entries' failed to satisfy constraint: Member must not be null");
        return entries.Count switch
        {
            0 => throw Invalid("Value '[]' at 'entries' failed to satisfy constraint: Member must have length greater than or equal to 1"),
            > MostEntries => throw Invalid($"Value '{entries}' at 'entries' failed to satisfy constraint: Member must have length less than or equal to {MostEntries}"),
            _ => entries,
        };
    }

    private IEnumerable<MessageDraft> Drafts(EventEntry entry, JsonObject happened) => rules
        .QueuesFor(entry.Bus, happened)
        .Select(queue => new MessageDraft(queue, Digest.IdOf($"message {entry.Id} {queue}"), happened.ToString()));

    private static JsonObject Answer(IReadOnlyList<EventEntry> entries) => JsonObject.Of(
        ("Entries", JsonArray.Of(entries.Select(entry => entry.Answer))), ("FailedEntryCount", Json.Of(entries.Count(entry => entry.Event is null))));

    private static ServiceException Invalid(string violation) => new("ValidationException", $"1 validation error detected: {violation}");
}
