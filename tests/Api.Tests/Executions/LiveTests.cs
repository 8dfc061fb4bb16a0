using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Executions;

public class LiveTests : RestTest
{
    [Fact]
    public async Task Tells_the_whole_history_and_where_the_execution_stands()
    {
        await Courses.CreateAsync(Server);
        await Courses.RunAsync(Server, "one");

        using var reader = await LiveReader.OpenAsync(Server, Courses.PathOf("one") + "/live?follow=false");
        var told = await reader.UpToStatusAsync();

        Assert.Equal(await HistoryAsync("one"), told.Where(one => one.Name == "history").SelectMany(one => (JsonArray)one.Data["events"]!));
        Assert.Equal("SUCCEEDED", told[^1].Status);
        Assert.Null(await reader.NextAsync());
    }

    [Fact]
    public async Task Tells_the_time_on_the_servers_clock_with_where_the_execution_stands()
    {
        await Courses.CreateAsync(Server);
        await Courses.RunAsync(Server, "one");
        Server.Time.Now += TimeSpan.FromHours(30);

        using var reader = await LiveReader.OpenAsync(Server, Courses.PathOf("one") + "/live?follow=false");
        var told = await reader.UpToStatusAsync();

        Assert.Equal("2027-01-16T14:00:00.125Z", ((JsonString)told[^1].Data["now"]!).Value);
    }

    [Fact]
    public async Task Nothing_on_the_way_may_keep_what_is_told()
    {
        await Courses.CreateAsync(Server);
        await Courses.RunAsync(Server, "one");

        using var reader = await LiveReader.OpenAsync(Server, Courses.PathOf("one") + "/live?follow=false");

        Assert.Equal((200, "text/event-stream", "no-store, no-transform, no-cache", "no"), (reader.Status, reader.ContentType, reader.Header("Cache-Control"), reader.Header("X-Accel-Buffering")));
    }

    [Fact]
    public async Task Goes_on_as_it_happens_through_the_end_and_a_redrive()
    {
        await Courses.CreateAsync(Server);
        await Courses.StayAsync(Server, "one");
        using var reader = await LiveReader.OpenAsync(Server, Courses.PathOf("one") + "/live");
        var before = await reader.UpToStatusAsync();

        await Server.Service<IExecutionService>().StopAsync(Courses.ArnOf("one"), "Enough", cause: null);
        var stopped = await reader.UpToStatusAsync();
        await Server.Service<IExecutionService>().RedriveAsync(Courses.ArnOf("one"));
        var redriven = await reader.UpToStatusAsync();

        Assert.Equal(("RUNNING", "ABORTED", "RUNNING"), (before[^1].Status, stopped[^1].Status, redriven[^1].Status));
        Assert.Equal(["ExecutionAborted"], stopped.SelectMany(one => one.Types));
        Assert.Equal("ExecutionRedriven", redriven.SelectMany(one => one.Types).First());
        Assert.Equal("1", redriven[^1].Data["redriveCount"]!.ToString());
    }

    [Fact]
    public async Task Goes_on_after_the_last_event_that_was_received()
    {
        await Courses.CreateAsync(Server);
        await Courses.RunAsync(Server, "one");

        using var byHeader = await LiveReader.OpenAsync(Server, Courses.PathOf("one") + "/live?follow=false&after=1", lastEventId: 5);
        using var byQuery = await LiveReader.OpenAsync(Server, Courses.PathOf("one") + "/live?follow=false&after=3");

        Assert.Equal("6", (await byHeader.NextAsync())!.Ids.First());
        Assert.Equal("4", (await byQuery.NextAsync())!.Ids.First());
    }

    [Fact]
    public async Task Tells_a_long_history_in_pieces_without_a_gap()
    {
        await Courses.CreateAsync(Server, LongLoop, "Loop");
        await Courses.RunAsync(Server, "long", """{"n":0}""", "Loop");
        using var reader = await LiveReader.OpenAsync(Server, $"/api/v1/executions/{Uri.EscapeDataString(Courses.ArnOf("long", "Loop"))}/live?follow=false");

        var told = await reader.UpToStatusAsync();

        var ids = told.SelectMany(one => one.Ids).ToList();
        Assert.Equal(Enumerable.Range(1, ids.Count).Select(id => $"{id}"), ids);
        Assert.True(ids.Count > 5_000, $"expected a long history, found {ids.Count} events");
        Assert.All(told, one => Assert.InRange(one.Ids.Count(), 0, 500));
    }

    [Fact]
    public async Task An_execution_that_is_not_there_is_not_watched()
    {
        using var reader = await LiveReader.OpenAsync(Server, Courses.PathOf("none") + "/live");

        Assert.Equal(404, reader.Status);
    }

    [Fact]
    public async Task Somebody_elses_execution_is_not_there_for_who_sees_only_their_own()
    {
        var id = TaskIds.New(Server.Time.Now, new byte[TaskIds.EntropyBytes]);
        await Courses.CreateAsync(Server);
        await Courses.RunAsync(Server, id);
        var author = RestClient.Caller("ann", Roles.Author);

        foreach (var about in new[] { "", "/live", "/facts", "/facts/0", "/events/2/data-flow", "/bundle" })
        {
            var theirs = await Client.GetAsync(Courses.PathOf(id) + about, author);
            var nobodys = await Client.GetAsync(Courses.PathOf("none") + about, author);

            Assert.Equal((404, nobodys.Member("detail")!.Replace("none", id, StringComparison.Ordinal)), (theirs.Status, theirs.Member("detail")));
        }

        var found = await Client.GetAsync("/api/v1/executions?stateMachine=Greeter", author);
        Assert.Equal("""{"items":[],"examined":1,"examinedTo":"2027-01-15T08:00:00.125Z"}""", found.Text);
    }

    [Fact]
    public async Task Ends_when_the_server_stops()
    {
        await Courses.CreateAsync(Server);
        await Courses.StayAsync(Server, "one");
        using var reader = await LiveReader.OpenAsync(Server, Courses.PathOf("one") + "/live");
        await reader.UpToStatusAsync();

        Server.Service<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();

        Assert.Null(await reader.NextAsync());
    }

    private const string LongLoop = """
        {
          "StartAt": "Count",
          "States": {
            "Count": { "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" }, "Next": "Enough" },
            "Enough": { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericGreaterThan": 1500, "Next": "Done" }], "Default": "Count" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    private async Task<IEnumerable<Json>> HistoryAsync(string name)
    {
        var bundle = await Client.GetAsync(Courses.PathOf(name) + "/bundle");
        return (JsonArray)bundle.Object["history"]!;
    }
}
