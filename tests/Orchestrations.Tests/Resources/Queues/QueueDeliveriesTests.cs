using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Tests.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Queues;

public sealed class QueueDeliveriesTests
{
    private readonly Channel<QueuedMessage> seen = Channel.CreateUnbounded<QueuedMessage>();

    [Fact]
    public async Task Bring_what_is_sent_published_and_told_to_whoever_is_registered()
    {
        await using var world = Started(services => services
            .AddQueueConsumer("q", See)
            .AddTopicSubscriber("t", See)
            .AddEventTarget("rule", (JsonObject)Json.Parse("""{"source":["s"]}"""), See));

        await world.ResultAsync("sqs:sendMessage", """{"QueueUrl":"http://localhost:4566/000000000000/q","MessageBody":"sent"}""");
        var sent = await seen.Reader.ReadAsync();
        await world.ResultAsync("sns:publish", """{"TopicArn":"arn:aws:sns:us-east-1:123456789012:t","Message":"published"}""");
        var published = await seen.Reader.ReadAsync();
        await world.ResultAsync("events:putEvents", """{"Entries":[{"Source":"s","DetailType":"told","Detail":{}}]}""");
        var told = await seen.Reader.ReadAsync();

        Assert.Equal("sent", sent.Body);
        Assert.Equal("published", ((JsonString)((JsonObject)Json.Parse(published.Body))["Message"]!).Value);
        Assert.Equal("told", ((JsonString)((JsonObject)Json.Parse(told.Body))["detail-type"]!).Value);
    }

    [Fact]
    public async Task Bring_a_message_again_after_a_while_where_its_consumer_failed()
    {
        var isBroken = true;
        await using var world = Started(services => services.AddQueueConsumer("q", async (message, cancellationToken) =>
        {
            await seen.Writer.WriteAsync(message, cancellationToken);
            if (isBroken)
            {
                throw new InvalidOperationException("not yet");
            }
        }));

        await world.ResultAsync("sqs:sendMessage", """{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/1/q","MessageBody":"m"}""");
        var first = await seen.Reader.ReadAsync();
        await world.Time.WhenSetForAsync(world.Time.GetUtcNow().AddSeconds(1));
        isBroken = false;
        world.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await seen.Reader.ReadAsync();

        Assert.Equal((first.MessageId, 1, 2), (second.MessageId, first.ReceiveCount, second.ReceiveCount));
    }

    [Fact]
    public async Task Bring_at_once_what_another_process_had_in_hand_when_it_ended()
    {
        await using var world = new ServiceWorld(services => services.AddQueueConsumer("q", See).AddQueueDeliveries());
        await world.ResultAsync("sqs:sendMessage", """{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/1/q","MessageBody":"m"}""");
        await world.Get<IMessageStore>().ReceiveAsync("q", 1, TimeSpan.FromMinutes(15));

        await world.Get<IHostedService>().StartAsync(CancellationToken.None);

        Assert.Equal(2, (await seen.Reader.ReadAsync()).ReceiveCount);
        await world.Get<IHostedService>().StopAsync(CancellationToken.None);
    }

    private static ServiceWorld Started(Action<IServiceCollection> add)
    {
        var world = new ServiceWorld(services =>
        {
            add(services);
            services.AddQueueDeliveries();
        });
        world.Get<IHostedService>().StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        return world;
    }

    private ValueTask See(QueuedMessage message, CancellationToken cancellationToken) => seen.Writer.WriteAsync(message, cancellationToken);
}
