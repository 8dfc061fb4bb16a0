using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Executions;

public class ExecutionRoutesTests : RestTest
{
    [Fact]
    public async Task Shows_an_execution_with_its_definition_and_how_far_it_has_come()
    {
        await Courses.CreateAsync(Server);
        await Courses.RunAsync(Server, "one");

        var execution = (await Client.GetAsync(Courses.PathOf("one"))).Object;

        Assert.Equal(
            ("SUCCEEDED", """{"text":"Ada"}""", """{"name":"Ada"}""", Courses.Greeting, "4", "13", "2"),
            (Text(execution, "status"), Text(execution, "output"), Text(execution, "input"), Text(execution, "definition"), Text(execution, "stateTransitions"), Text(execution, "eventCount"), Text(execution, "factCount")));
    }

    [Fact]
    public async Task The_slash_in_the_name_of_a_Map_Runs_child_may_be_percent_encoded()
    {
        var answer = await Client.GetAsync("/api/v1/executions/arn%3Aaws%3Astates%3Aus-east-1%3A123456789012%3Aexecution%3AM%2FMap%3Aone");

        Assert.Equal("Execution Does Not Exist: 'arn:aws:states:us-east-1:123456789012:execution:M/Map:one'", answer.Member("detail"));
    }

    [Fact]
    public async Task Finds_executions_by_status_name_and_text()
    {
        await Courses.CreateAsync(Server);
        await Courses.RunAsync(Server, "alpha");
        await Courses.RunAsync(Server, "beta", """{"name":"Bob"}""");
        await Courses.RunAsync(Server, "gamma", """{"name":"Bob","fails":true}""");

        Assert.Equal(["gamma", "beta", "alpha"], await NamesAsync(""));
        Assert.Equal(["gamma"], await NamesAsync("&status=FAILED"));
        Assert.Equal(["beta", "alpha"], await NamesAsync("&status=SUCCEEDED&status=ABORTED"));
        Assert.Equal(["beta"], await NamesAsync("&name=ET"));
        Assert.Equal(["gamma", "beta"], await NamesAsync("&text=bob"));
        Assert.Equal(["gamma"], await NamesAsync("&text=%7B%20%20%22name%22%3A%20%22Bob%22%2C%20%20%22fails%22%3A%20true"));
        Assert.Equal(["alpha"], await NamesAsync("&anywhere=Ada"));
        Assert.Equal(["beta"], await NamesAsync("&anywhere=ET"));
        Assert.Empty(await NamesAsync("&startedFrom=2999-01-01T00:00:00Z"));
        Assert.Empty(await NamesAsync("&startedTo=2000-01-01T00:00:00Z"));
        Assert.Empty(await NamesAsync("&redriven=true"));
    }

    [Fact]
    public async Task Goes_on_where_a_page_ended_though_executions_have_begun_since()
    {
        await Courses.CreateAsync(Server);
        foreach (var number in Enumerable.Range(0, 5))
        {
            Server.Time.Now = Server.Time.Now.AddSeconds(1);
            await Courses.RunAsync(Server, $"run-{number}");
        }

        var first = (await Client.GetAsync("/api/v1/executions?stateMachine=Greeter&limit=2")).Object;
        Server.Time.Now = Server.Time.Now.AddSeconds(1);
        await Courses.RunAsync(Server, "later");
        var second = (await Client.GetAsync($"/api/v1/executions?stateMachine=Greeter&limit=2&cursor={Text(first, "next")}")).Object;
        var third = (await Client.GetAsync($"/api/v1/executions?stateMachine=Greeter&limit=2&cursor={Text(second, "next")}")).Object;

        Assert.Equal(["run-4", "run-3"], Names(first));
        Assert.Equal(["run-2", "run-1"], Names(second));
        Assert.Equal(["run-0"], Names(third));
        Assert.Null(third["next"]);
    }

    [Fact]
    public async Task A_search_wants_a_machine_or_a_Map_Run()
    {
        Assert.Equal(400, (await Client.GetAsync("/api/v1/executions")).Status);
        Assert.Equal(400, (await Client.GetAsync("/api/v1/executions?stateMachine=A&mapRun=B")).Status);
    }

    [Fact]
    public async Task Counts_what_began_in_a_time_by_how_it_stands_now()
    {
        await Courses.CreateAsync(Server);
        await Courses.RunAsync(Server, "good");
        await Courses.RunAsync(Server, "bad", """{"name":"Bob","fails":true}""");
        await Courses.StartAsync(Server, "open", """{"name":"stay"}""");
        // Less than what the open one waits for.
        Server.Time.Now = Server.Time.Now.AddMinutes(30);

        var metrics = (await Client.GetAsync("/api/v1/state-machines/Greeter/metrics?buckets=2")).Object;

        Assert.Equal(
            ("3", "1", "1", "1", "3", "true"),
            (Text(metrics, "started"), Text(metrics, "succeeded"), Text(metrics, "failed"), Text(metrics, "running"), Text(metrics, "counted"), Text(metrics, "isComplete")));
        Assert.Equal(["0", "3"], ((JsonArray)metrics["series"]!).Select(part => Text((JsonObject)part, "started")));
        Assert.Equal("""{"p50":0,"p95":0}""", metrics["duration"]!.ToString());
    }

    [Fact]
    public async Task A_bundle_has_what_is_needed_to_show_the_execution_and_not_what_tokens_are_made_of()
    {
        await Courses.CreateAsync(Server);
        await Courses.RunAsync(Server, "one");

        var bundle = await Client.GetAsync(Courses.PathOf("one") + "/bundle");

        Assert.Equal(("taskorch-execution", "1", 13, 2), (bundle.Member("format"), bundle.Member("formatVersion"), ((JsonArray)bundle.Object["history"]!).Count, ((JsonArray)bundle.Object["facts"]!).Count));
        Assert.Equal("attachment; filename=\"one.execution.json\"", bundle.Header("Content-Disposition"));
        Assert.DoesNotContain("seed", bundle.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(JsonObject json, string member) => json[member] is JsonString text ? text.Value : json[member]!.ToString();

    private static string[] Names(JsonObject page) => [.. ((JsonArray)page["items"]!).Select(item => Text((JsonObject)item, "name"))];

    private async Task<string[]> NamesAsync(string criteria) => Names((await Client.GetAsync($"/api/v1/executions?stateMachine=Greeter{criteria}")).Object);
}
