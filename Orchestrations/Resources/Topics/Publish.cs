using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Topics;

/// <summary><c>sns:publish</c>: hands a message to all who have subscribed to a topic.</summary>
/// <remarks>Only topics: a message to a telephone or to a device is refused.</remarks>
/// <seealso href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</seealso>
public sealed class Publish(TopicDirectory topics, MessagePost post, TimeProvider time) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.Sns;

    /// <inheritdoc/>
    public string Name => "publish";

    /// <inheritdoc/>
    public bool HasOwnIntegration => true;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } =
    [
        "Message", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId", "MessageStructure", "PhoneNumber", "Subject",
        "TargetArn", "TopicArn",
    ];

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var arn = Arn(request);
        if (request.Text("Message") is not { Length: > 0 })
        {
            throw InvalidParameter("Empty message");
        }

        var topic = topics.Find(arn.Split(':')[^1]) ?? throw new ServiceException("NotFound", "Topic does not exist") { Type = "NotFoundException", Status = 404 };
        var messageId = Digest.IdOf($"notification {request.Attempt}");
        var order = Order(request, topic);
        var notification = Notification.Of(request, arn, messageId, time.GetUtcNow());
        var drafts = topic.Subscriptions.Select(subscription => new MessageDraft(
            subscription.Queue, Digest.IdOf($"message {request.Attempt} {subscription.Queue}"), subscription.IsRaw ? notification.Message : notification.ToJson().ToString())
        {
            Attributes = subscription.IsRaw ? notification.Attributes : JsonObject.Empty,
            Group = order?.Group,
            DeduplicationId = order?.DeduplicationId,
        });

        return await post.SendAsync(request.Attempt, [.. drafts], posted => Answer(messageId, order is null ? null : posted), cancellationToken);
    }

    private static string Arn(ServiceRequest request)
    {
        if ((request.Text("TopicArn") ?? request.Text("TargetArn")) is not { } arn)
        {
            throw request.Text("PhoneNumber") is null
                ? InvalidParameter("TopicArn or TargetArn Reason: no value for required parameter")
                : InvalidParameter("PhoneNumber Reason: there are no telephones here, expected a TopicArn");
        }

        return arn.Split(':') is ["arn", _, "sns", _, _, { Length: > 0 }] ? arn : throw InvalidParameter($"TopicArn Reason: expected arn:aws:sns:REGION:ACCOUNT:NAME, found {arn}");
    }

    private static (string Group, string DeduplicationId)? Order(ServiceRequest request, Topic topic)
    {
        if (!topic.IsFifo)
        {
            return request.Text("MessageDeduplicationId") is null
                ? null
                : throw InvalidParameter("MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type");
        }

        var group = request.Text("MessageGroupId") ?? throw InvalidParameter("The MessageGroupId parameter is required for FIFO topics");
        var id = request.Text("MessageDeduplicationId") ?? (topic.DeduplicatesByContent ? Digest.Sha256(request.Text("Message")!) : null);
        return id is null
            ? throw InvalidParameter("The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly")
            : (group, id);
    }

    private static JsonObject Answer(string messageId, Posting? numbered) => new JsonObjectBuilder()
        .Set("MessageId", Json.Of(messageId))
        .SetIfPresent("SequenceNumber", numbered?.SequenceNumber)
        .Build();

    private static ServiceException InvalidParameter(string what) =>
        new("InvalidParameter", $"Invalid parameter: {what}") { Type = "InvalidParameterException" };
}
