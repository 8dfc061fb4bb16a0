using System.Text;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary><c>sqs:sendMessage</c>: puts a message into a queue.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</seealso>
public sealed class SendMessage(QueueDirectory queues, MessagePost post) : IServiceAction
{
    private const int LargestBody = 1024 * 1024;
    private const int LongestDelay = 900;

    /// <inheritdoc/>
    public AwsService Service => AwsService.Sqs;

    /// <inheritdoc/>
    public string Name => "sendMessage";

    /// <inheritdoc/>
    public bool HasOwnIntegration => true;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } =
    [
        "DelaySeconds", "MessageAttributes", "MessageBody", "MessageDeduplicationId", "MessageGroupId", "MessageSystemAttributes",
        "QueueUrl",
    ];

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = QueueAddress.NameIn(Required(request, "QueueUrl"));
        var body = Required(request, "MessageBody");
        if (Encoding.UTF8.GetByteCount(body) > LargestBody)
        {
            throw new ServiceException("InvalidParameterValue", $"One or more parameters are invalid. Reason: Message must be shorter than {LargestBody} bytes.");
        }

        var queue = queues.Find(name)
            ?? throw new ServiceException("AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.") { Type = "QueueDoesNotExistException" };
        var draft = Draft(request, queue, body);
        return await post.SendAsync(request.Attempt, [draft], posted => Answer(queue, draft, posted.Messages[0]), cancellationToken);
    }

    private static MessageDraft Draft(ServiceRequest request, QueueRecord queue, string body)
    {
        var draft = new MessageDraft(queue.Name, Digest.IdOf($"message {request.Attempt}"), body)
        {
            Attributes = MessageAttributes.Read(request.Structure("MessageAttributes")),
            Delay = TimeSpan.FromSeconds(Delay(request)),
            Group = request.Text("MessageGroupId"),
            DeduplicationId = request.Text("MessageDeduplicationId"),
        };
        return queue.IsFifo ? InGroup(draft, queue) : WithoutOrder(draft);
    }

    private static long Delay(ServiceRequest request)
    {
        var seconds = request.Integer("DelaySeconds") ?? 0;
        return seconds is >= 0 and <= LongestDelay
            ? seconds
            : throw new ServiceException(
                "InvalidParameterValue", $"Value {seconds} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= {LongestDelay}.");
    }

    private static MessageDraft InGroup(MessageDraft draft, QueueRecord queue)
    {
        if (draft.Group is null)
        {
            throw new ServiceException("MissingParameter", "The request must contain the parameter MessageGroupId.");
        }

        return draft.DeduplicationId is not null ? draft
            : queue.DeduplicatesByContent ? draft with { DeduplicationId = Digest.Sha256(draft.Body) }
            : throw new ServiceException(
                "InvalidParameterValue", "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
    }

    /// <summary>A queue without an order may be told a group, for a fair share; it has no bearing here.</summary>
    private static MessageDraft WithoutOrder(MessageDraft draft) => draft.DeduplicationId is { } id
        ? throw new ServiceException(
            "InvalidParameterValue",
            $"Value {id} for parameter MessageDeduplicationId is invalid. Reason: The request includes a parameter that is not valid for this queue type.")
        : draft with { Group = null };

    private static JsonObject Answer(QueueRecord queue, MessageDraft draft, PostedMessage posted) => new JsonObjectBuilder()
        .SetIfPresent("MD5OfMessageAttributes", draft.Attributes.Count == 0 ? null : MessageAttributes.Md5(draft.Attributes))
        .Set("MD5OfMessageBody", Json.Of(Digest.Md5(draft.Body)))
        .Set("MessageId", Json.Of(posted.MessageId))
        .SetIfPresent("SequenceNumber", queue.IsFifo ? posted.SequenceNumber : null)
        .Build();

    private static string Required(ServiceRequest request, string name) => request.Text(name) is { Length: > 0 } text
        ? text
        : throw new ServiceException("MissingParameter", $"The request must contain the parameter {name}.");
}
