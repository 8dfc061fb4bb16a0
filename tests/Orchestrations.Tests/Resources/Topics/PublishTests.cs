using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Tests.Resources.Services;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Topics;

public sealed class PublishTests : IAsyncDisposable
{
    private const string Arn = "arn:aws:sns:us-east-1:123456789012:";

    private readonly ServiceWorld world = new(
        add: null,
        ("Services:CreateOnFirstUse", "false"),
        ("Topics:t:Queues:0", "a"),
        ("Topics:t:Queues:1", "b"),
        ("Topics:raw:Queues:0", "r"),
        ("Topics:raw:RawMessageDelivery", "true"),
        ("Topics:o.fifo:Queues:0", "f.fifo"));

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Hands_a_notification_to_every_queue_that_has_subscribed()
    {
        var result = await world.ResultAsync(
            "sns:publish", $$$"""{"TopicArn":"{{{Arn}}}t","Subject":"s","Message":{"a":1},"MessageAttributes":{"k":{"DataType":"String","StringValue":"v"}} }""");

        var (a, b) = (await BodyAsync("a"), await BodyAsync("b"));
        Assert.Equal(a, b);
        Assert.Matches(
            """^\{"Type":"Notification","MessageId":"[-0-9a-f]{36}","TopicArn":"arn:aws:sns:us-east-1:123456789012:t","Subject":"s","Message":"\{\\"a\\":1\}","Timestamp":"[-0-9T:.]+Z","SignatureVersion":"1",.*,"MessageAttributes":\{"k":\{"Type":"String","Value":"v"\}\}\}$""",
            a);
        Assert.Contains(result[1..^1], a, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hands_the_message_alone_to_who_wants_it_raw()
    {
        await world.ResultAsync("aws-sdk:sns:publish", $$"""{"TopicArn":"{{Arn}}raw","Message":"{\"default\":\"d\",\"sqs\":\"for queues\"}","MessageStructure":"json"}""");

        Assert.Equal("for queues", await BodyAsync("r"));
    }

    [Fact]
    public async Task Numbers_the_messages_of_a_fifo_topic()
    {
        var result = await world.ResultAsync("sns:publish", $$"""{"TopicArn":"{{Arn}}o.fifo","Message":"m","MessageGroupId":"g","MessageDeduplicationId":"d"}""");

        Assert.Matches("""^\{"MessageId":"[-0-9a-f]{36}","SequenceNumber":"[0-9]{20}"\}$""", result);
        Assert.Equal("g", Assert.Single(await world.Get<IMessageStore>().ListAsync("f.fifo", 10)).Group);
    }

    [Theory]
    [InlineData("""{"TopicArn":"@none","Message":"m"}""", "NotFoundException", "Topic does not exist (Service: AmazonSNS; Status Code: 404; Error Code: NotFound; Request ID: *; Proxy: null)")]
    [InlineData("""{"TopicArn":"@t","Message":""}""", "InvalidParameterException", "Invalid parameter: Empty message (Service: AmazonSNS; Status Code: 400; Error Code: InvalidParameter; Request ID: *; Proxy: null)")]
    [InlineData("""{"TopicArn":"@o.fifo","Message":"m"}""", "InvalidParameterException", "Invalid parameter: The MessageGroupId parameter is required for FIFO topics (Service: AmazonSNS; Status Code: 400; Error Code: InvalidParameter; Request ID: *; Proxy: null)")]
    public async Task Refuses_in_the_words_of_the_service(string parameters, string type, string cause) =>
        Assert.Equal(($"SNS.{type}", cause), await world.FailureAsync("sns:publish", parameters.Replace("@", Arn, StringComparison.Ordinal)));

    private async Task<string> BodyAsync(string queue) => Assert.Single(await world.Get<IMessageStore>().ListAsync(queue, 10)).Body;
}
