using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Topics;

/// <summary>A message that was published, as subscribers get it.</summary>
/// <remarks>The signature says nothing: nobody here has the key that AWS signs with. It is there because readers expect one.</remarks>
/// <seealso href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html">Formats of SNS messages</seealso>
internal sealed record Notification
{
    public required string MessageId { get; init; }

    public required string TopicArn { get; init; }

    public required string? Subject { get; init; }

    public required string Message { get; init; }

    public required JsonObject Attributes { get; init; }

    public required DateTimeOffset At { get; init; }

    public static Notification Of(ServiceRequest request, string topicArn, string messageId, DateTimeOffset at) => new()
    {
        MessageId = messageId,
        TopicArn = topicArn,
        Subject = request.Text("Subject"),
        Message = MessageIn(request),
        Attributes = MessageAttributes.Read(request.Structure("MessageAttributes")),
        At = at,
    };

    public JsonObject ToJson() => new JsonObjectBuilder(12)
        .Set("Type", Json.Of("Notification"))
        .Set("MessageId", Json.Of(MessageId))
        .Set("TopicArn", Json.Of(TopicArn))
        .SetIfPresent("Subject", Subject)
        .Set("Message", Json.Of(Message))
        .Set("Timestamp", Json.Of(Timestamp.Format(At)))
        .Set("SignatureVersion", Json.Of("1"))
        .Set("Signature", Json.Of(Digest.Sha256($"{MessageId}{Message}")))
        .Set("SigningCertURL", Json.Of("https://localhost/SimpleNotificationService-local.pem"))
        .Set("UnsubscribeURL", Json.Of($"https://localhost/?Action=Unsubscribe&SubscriptionArn={TopicArn}:local"))
        .SetIfPresent("MessageAttributes", Attributes.Count == 0 ? null : Shown(Attributes))
        .Build();

    /// <summary>With <c>MessageStructure: json</c> the message is an object with a text for each protocol.</summary>
    private static string MessageIn(ServiceRequest request)
    {
        var message = request.Text("Message")!;
        if (request.Text("MessageStructure") != "json")
        {
            return message;
        }

        try
        {
            return Json.Parse(message) is JsonObject texts && (texts["sqs"] ?? texts["default"]) is JsonString chosen && texts.Contains("default")
                ? chosen.Value
                : throw WrongStructure("No default entry in JSON message body");
        }
        catch (JsonSyntaxException)
        {
            throw WrongStructure("JSON message body failed to parse");
        }
    }

    private static JsonObject Shown(JsonObject attributes) => JsonObject.Of(attributes.Select(attribute => KeyValuePair.Create<string, Json>(
        attribute.Key,
        JsonObject.Of(
            ("Type", ((JsonObject)attribute.Value)["DataType"]!), ("Value", ((JsonObject)attribute.Value)["StringValue"] ?? ((JsonObject)attribute.Value)["BinaryValue"]!)))));

    private static ServiceException WrongStructure(string reason) =>
        new("InvalidParameter", $"Invalid parameter: Message Structure - {reason}") { Type = "InvalidParameterException" };
}
