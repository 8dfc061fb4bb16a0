using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Overview;

public class OverviewTests
{
    [Fact]
    public async Task Shows_each_caller_what_they_may_see_and_nothing_else()
    {
        await using var server = await RestServer.StartAsync();

        var all = await server.Client.GetAsync("/api/v1/overview", "olga:Operator");
        var author = await server.Client.GetAsync("/api/v1/overview", "arthur:Author");
        var none = await server.Client.GetAsync("/api/v1/overview", "ada:None");

        Assert.Equal(["at", "since", "tasks", "executions", "alerts", "schedules"], Members(all));
        Assert.Equal(["at", "since", "tasks", "executions", "schedules"], Members(author));
        Assert.Equal(["at", "since", "tasks"], Members(none));
    }

    [Fact]
    public async Task Counts_what_has_run_and_is_asked_for_anew_after_some_seconds()
    {
        await using var server = await RestServer.StartAsync();
        var machine = await server.Service<StateMachineCatalog>().CreateAsync(new StateMachineDraft
        {
            Name = "Hello", Definition = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""", RoleArn = "arn:aws:iam::123456789012:role/test",
        });
        var before = await server.Client.GetAsync("/api/v1/overview");

        await server.Service<IExecutionService>().StartAsync(new StartRequest { StateMachineArn = machine.Arn, Name = "one", Input = JsonObject.Empty });
        server.Time.Now += TimeSpan.FromSeconds(4);
        var after = await server.Client.GetAsync("/api/v1/overview");

        Assert.Equal((Json.Of(0), Json.Of(1)), (Executions(before)["startedToday"], Executions(after)["startedToday"]));
    }

    private static JsonObject Executions(RestAnswer answer) => (JsonObject)answer.Object["executions"]!;

    private static IEnumerable<string> Members(RestAnswer answer) => answer.Object.Select(member => member.Key);
}
