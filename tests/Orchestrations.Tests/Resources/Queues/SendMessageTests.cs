using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Tests.Resources.Services;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Queues;

public sealed class SendMessageTests : IAsyncDisposable
{
    private const string Url = "https://sqs.us-east-1.amazonaws.com/123456789012/";

    private readonly ServiceWorld world = new(add: null, ("Services:CreateOnFirstUse", "false"), ("Queues:q", ""), ("Queues:o.fifo", ""), ("Queues:c.fifo:ContentBasedDeduplication", "true"));

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Answers_with_the_digests_of_what_it_has_sent()
    {
        var result = await world.ResultAsync(
            "sqs:sendMessage", """{"QueueUrl":"URLq","MessageBody":{"a":1.0},"MessageAttributes":{"k":{"DataType":"String","StringValue":"v"}}}""".Replace("URL", Url, StringComparison.Ordinal));

        var sent = Assert.Single(await world.Get<IMessageStore>().ListAsync("q", 10));
        Assert.Equal("""{"a":1.0}""", sent.Body);
        Assert.Equal("""{"k":{"DataType":"String","StringValue":"v"}}""", sent.Attributes.ToString());
        Assert.Equal($$"""{"MD5OfMessageAttributes":"0a77b0642718c3d9dd47090567d11e0d","MD5OfMessageBody":"e47e54c5e61e4f0a318e2f1a9296c49f","MessageId":"{{sent.MessageId}}"}""", result);
    }

    [Fact]
    public async Task Hands_a_task_token_on_and_waits()
    {
        var outcome = await world.AskAsync("sqs:sendMessage.waitForTaskToken", $$"""{"QueueUrl":"{{Url}}q","MessageBody":"token"}""");

        Assert.IsType<TaskOutcome.Submitted>(outcome);
        Assert.Equal("token", Assert.Single(await world.Get<IMessageStore>().ListAsync("q", 10)).Body);
    }

    [Fact]
    public async Task Sends_once_for_an_attempt_that_is_made_again_and_once_more_for_a_retry()
    {
        var parameters = $$"""{"QueueUrl":"{{Url}}q","MessageBody":"once"}""";

        var first = await world.AskAsync("aws-sdk:sqs:sendMessage", parameters, attempt: 7);
        var again = await world.AskAsync("aws-sdk:sqs:sendMessage", parameters, attempt: 7);
        await world.AskAsync("aws-sdk:sqs:sendMessage", parameters, attempt: 8);

        Assert.Equal(first, again);
        Assert.Equal(2, (await world.Get<IMessageStore>().ListAsync("q", 10)).Count);
    }

    [Fact]
    public async Task Keeps_groups_apart_and_drops_repetitions_in_a_fifo_queue()
    {
        await world.ResultAsync("sqs:sendMessage", $$"""{"QueueUrl":"{{Url}}c.fifo","MessageBody":"same","MessageGroupId":"g"}""");
        await world.ResultAsync("sqs:sendMessage", $$"""{"QueueUrl":"{{Url}}c.fifo","MessageBody":"same","MessageGroupId":"g"}""");
        var numbered = await world.ResultAsync("sqs:sendMessage", $$"""{"QueueUrl":"{{Url}}o.fifo","MessageBody":"x","MessageGroupId":"g","MessageDeduplicationId":"d"}""");

        Assert.Equal("g", Assert.Single(await world.Get<IMessageStore>().ListAsync("c.fifo", 10)).Group);
        Assert.Matches("\"SequenceNumber\":\"[0-9]{20}\"", numbered);
    }

    [Theory]
    [InlineData("""{"QueueUrl":"URLq","MessageBody":null}""", "AmazonSQSException", "MissingParameter", "The request must contain the parameter MessageBody.")]
    [InlineData("""{"MessageBody":"m"}""", "AmazonSQSException", "MissingParameter", "The request must contain the parameter QueueUrl.")]
    [InlineData("""{"QueueUrl":"URLnone","MessageBody":"m"}""", "QueueDoesNotExistException", "AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.")]
    [InlineData("""{"QueueUrl":"URLo.fifo","MessageBody":"m"}""", "AmazonSQSException", "MissingParameter", "The request must contain the parameter MessageGroupId.")]
    [InlineData("""{"QueueUrl":"URLo.fifo","MessageBody":"m","MessageGroupId":"g"}""", "AmazonSQSException", "InvalidParameterValue", "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly")]
    [InlineData("""{"QueueUrl":"URLq","MessageBody":"m","DelaySeconds":901}""", "AmazonSQSException", "InvalidParameterValue", "Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.")]
    [InlineData("""{"QueueUrl":"URLq","MessageBody":"m","MessageAttributes":{"a":{}}}""", "AmazonSQSException", "InvalidParameterValue", "The message attribute 'a' must contain a non-empty message attribute type.")]
    public async Task Refuses_in_the_words_of_the_service(string parameters, string type, string code, string message)
    {
        var failure = await world.FailureAsync("sqs:sendMessage", parameters.Replace("URL", Url, StringComparison.Ordinal));

        Assert.Equal(($"SQS.{type}", $"{message} (Service: AmazonSQS; Status Code: 400; Error Code: {code}; Request ID: *; Proxy: null)"), failure);
    }

    [Theory]
    [InlineData("http://no-such-host/q", "no-such-host")]
    [InlineData("just-a-name", "just-a-name")]
    public async Task Finds_nobody_at_an_address_that_is_not_of_queues(string url, string host) => Assert.Equal(
        ("SQS.SdkClientException", $"Unable to execute HTTP request: {host}: Name or service not known"),
        await world.FailureAsync("sqs:sendMessage", $$"""{"QueueUrl":"{{url}}","MessageBody":"m"}"""));

    [Fact]
    public async Task Refuses_parameters_that_it_does_not_know_before_it_begins() => Assert.Equal(
        ("States.Runtime", """The Parameters '{"MessageGroupID":"g"}' could not be used to start the Task: [The field "MessageGroupID" is not supported by Step Functions]"""),
        await world.FailureAsync("sqs:sendMessage", """{"MessageGroupID":"g"}"""));
}
