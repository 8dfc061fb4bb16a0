using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Services;

public sealed class ServiceSettingsTests
{
    [Theory]
    [InlineData("Tables:t", "a,b,c", "Tables:t: expected the name of the partition key, or both names with a comma in between, found 'a,b,c'.")]
    [InlineData("Tables:t:SortKey", "s", "Tables:t:PartitionKey: expected a name, found nothing.")]
    [InlineData("Services:CreateOnFirstUse", "maybe", "Services:CreateOnFirstUse: expected true or false, found 'maybe'.")]
    [InlineData("Queues:q:Url", "no url", "Queues:q:Url: expected an http or https URL, found 'no url'.")]
    [InlineData("EventRules:r:Pattern", "{", "EventRules:r:Pattern: expected an event pattern, as JSON in a text, found '{'.")]
    [InlineData("Connections:c:AuthorizationType", "MAGIC", "Connections:c:AuthorizationType: expected NONE, BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS, found 'MAGIC'.")]
    public void Names_the_setting_that_is_wrong(string name, string value, string message)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build();

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddServiceIntegrations(settings)).Message);
    }

    [Fact]
    public async Task Reads_the_keys_of_tables()
    {
        await using var world = new ServiceWorld(add: null, ("Tables:a", "id"), ("Tables:b", "id, at"), ("Tables:c:PartitionKey", "n"), ("Tables:c:PartitionKeyType", "N"));

        Assert.Equal(
            [
                new TableSchema("a", new KeyPart("id")),
                new TableSchema("b", new KeyPart("id")) { SortKey = new KeyPart("at") },
                new TableSchema("c", new KeyPart("n", "N")),
            ],
            world.Get<TableDirectory>().All);
    }

    [Fact]
    public async Task Has_a_handler_do_what_no_service_here_does()
    {
        await using var world = new ServiceWorld(services => services.AddTaskHandler("ecs:runTask.sync", (invocation, _) => ValueTask.FromResult(invocation.Input)));

        Assert.Equal("""{"a":1}""", await world.ResultAsync("ecs:runTask.sync", """{"a":1}"""));
        var (error, cause) = await world.FailureAsync("ecs:runTask", "{}");
        Assert.Equal("UnsupportedResource", error);
        Assert.Contains("services.AddTaskHandler(\"ecs:runTask\", …)", cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_where_there_is_no_place_for_messages_or_items()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<Orchestrations.Blobs.IBlobStore>(new Orchestrations.Blobs.InMemoryBlobStore(TimeProvider.System));
        services.AddServiceIntegrations(new ConfigurationBuilder().Build()).AddTaskRouting();
        await using var provider = services.BuildServiceProvider();

        var outcome = await provider.GetRequiredService<ITaskRouter>().InvokeAsync(
            Calls.Of("arn:aws:states:::sqs:sendMessage", """{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/1/q","MessageBody":"m"}"""), CancellationToken.None);

        Assert.StartsWith("This host has no place to keep messages.", Assert.IsType<TaskOutcome.Failed>(outcome).Failure.Cause, StringComparison.Ordinal);
        Assert.Equal("UnsupportedResource", ((TaskOutcome.Failed)outcome).Failure.Error);
    }
}
