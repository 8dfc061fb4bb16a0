namespace TaskOrchestration.Orchestrations.Tests.Activities;

public sealed class EmbeddedActivityTasksTests
{
    [Fact]
    public async Task Workers_that_wait_are_sent_away_when_the_engine_stops()
    {
        await using var host = new EmbeddedActivityHost();
        await host.OpenAsync();
        await host.Activities.CreateAsync("work", encryption: null);
        var waiting = host.Tasks.TakeAsync("arn:aws:states:us-east-1:123456789012:activity:work", "ada").AsTask();

        await host.StopAsync();

        Assert.Null(await waiting);
    }

    public sealed class Taking() : TakingContract(new EmbeddedActivityHost());

    public sealed class Answering() : AnsweringContract(new EmbeddedActivityHost());

    public sealed class Restarting() : RestartContract(new EmbeddedActivityHost());
}
