using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Tests.Resources.Services;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Events;

public sealed class PutEventsTests : IAsyncDisposable
{
    private readonly ServiceWorld world = new(add: null, ("EventRules:orders:Pattern", """{"source":["shop"]}"""), ("EventRules:orders:Queue", "orders"), ("EventRules:all:Queue", "other"), ("EventRules:all:EventBus", "own"));

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Sends_events_where_the_rules_say()
    {
        var result = await world.ResultAsync("events:putEvents", """
            {"Entries":[{"Source":"shop","DetailType":"Placed","Detail":{"n":1.0},"Resources":["r"]},{"Source":"else","DetailType":"d","Detail":"{}"},{"Source":"x","DetailType":"d","Detail":{},"EventBusName":"arn:aws:events:us-east-1:1:event-bus/own"}]}
            """);

        Assert.Matches("""^\{"Entries":\[(\{"EventId":"[-0-9a-f]{36}"\},?){3}\],"FailedEntryCount":0\}$""", result);
        Assert.Matches(
            """^\{"version":"0","id":"[-0-9a-f]{36}","detail-type":"Placed","source":"shop","account":"123456789012","time":"[-0-9T:]+Z","region":"us-east-1","resources":\["r","arn:aws:states:us-east-1:123456789012:stateMachine:M","arn:aws:states:us-east-1:123456789012:execution:M:run"\],"detail":\{"n":1.0\}\}$""",
            Assert.Single(await world.Get<IMessageStore>().ListAsync("orders", 10)).Body);
        Assert.Single(await world.Get<IMessageStore>().ListAsync("other", 10));
    }

    [Fact]
    public async Task Fails_by_hand_where_one_event_is_refused_and_says_so_by_sdk()
    {
        const string entries = """{"Entries":[{"Source":"shop","DetailType":"d","Detail":{}},{"DetailType":"d","Detail":{}},{"Source":"s","DetailType":"d","Detail":"no json"}]}""";

        var (error, cause) = await world.FailureAsync("events:putEvents", entries);
        var result = await world.ResultAsync("aws-sdk:eventbridge:putEvents", entries);

        Assert.Equal("EventBridge.FailedEntry", error);
        Assert.Matches(
            """^\{"Entries":\[\{"EventId":"[-0-9a-f]{36}"\},\{"ErrorCode":"InvalidArgument","ErrorMessage":"Parameter Source is not valid\. Reason: Source is a required argument\."\},\{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed\."\}\],"FailedEntryCount":2\}$""",
            cause!);
        Assert.EndsWith("""
            "FailedEntryCount":2}
            """.Trim(), result, StringComparison.Ordinal);
        Assert.Equal(2, (await world.Get<IMessageStore>().ListAsync("orders", 10)).Count);
    }
}
