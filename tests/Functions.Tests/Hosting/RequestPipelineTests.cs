using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using TaskOrchestration.Support.Azurite;


namespace TaskOrchestration.Functions.Tests.Hosting;

public sealed class RequestPipelineTests
{
    [Fact]
    public async Task The_catch_all_answers_what_the_local_host_does()
    {
        await using var app = await TestApp.StartAsync();

        var live = await app.Http.GetStringAsync("/health/live");
        using var home = await app.Http.GetAsync("/");

        Assert.Equal("Healthy", live);
        Assert.Equal(("text/html", HttpStatusCode.OK), (home.Content.Headers.ContentType?.MediaType, home.StatusCode));
    }

    [Fact]
    public async Task The_workflows_that_come_with_the_program_are_there_for_whoever_has_the_first_key()
    {
        await using var app = await TestApp.StartAsync();
        await ReadyAsync(app);
        using var request = Action("ListStateMachines");
        request.Headers.Add("X-Api-Key", TestApp.AdminKey);

        using var response = await app.Http.SendAsync(request);

        var machines = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["stateMachines"]!.AsArray();
        Assert.Equal(
            ["OrderApproval", "OrderProcessing", "RetentionSweep", "SettlementBatch", "TaskExport", "TransactionProcessor"],
            machines.Select(machine => (string?)machine!["name"]).Order(StringComparer.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Several_instances_begin_at_once_on_an_empty_storage_account()
    {
        var account = AzuriteServer.NewAccount();
        var apps = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TestApp.StartAsync(account: account)));
        await Task.WhenAll(apps.Select(ReadyAsync));

        var answers = await Task.WhenAll(apps.Select(async app =>
        {
            using var request = Action("ListStateMachines");
            request.Headers.Add("X-Api-Key", TestApp.AdminKey);
            using var response = await app.Http.SendAsync(request);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["stateMachines"]!.AsArray().Count;
        }));

        Assert.Equal([6, 6, 6], answers);
        await Task.WhenAll(apps.Select(app => app.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Whoever_shows_nothing_is_let_through_to_nothing()
    {
        await using var app = await TestApp.StartAsync();

        using var wire = await app.Http.SendAsync(Action("ListStateMachines"));
        using var rest = await app.Http.GetAsync("/api/v1/tasks");

        Assert.Equal(HttpStatusCode.Unauthorized, rest.StatusCode);
        Assert.Contains("MissingAuthenticationToken", await wire.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_there_is_not_is_answered_with_a_problem()
    {
        await using var app = await TestApp.StartAsync();

        await ReadyAsync(app);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/nothing");
        request.Headers.Add("X-Api-Key", TestApp.AdminKey);

        using var response = await app.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private static async Task ReadyAsync(TestApp app)
    {
        for (var answer = ""; answer != "Healthy"; answer = await (await app.Http.GetAsync("/health/ready")).Content.ReadAsStringAsync())
        {
            await Task.Yield();
        }
    }

    private static HttpRequestMessage Action(string name)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("{}", new MediaTypeHeaderValue("application/x-amz-json-1.0")) };
        request.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{name}");
        return request;
    }
}
