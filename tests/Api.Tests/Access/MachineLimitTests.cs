using System.Net;
using System.Net.Http.Json;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Access;

public class MachineLimitTests
{
    private const string Here = "arn:aws:states:us-east-1:123456789012:";
    private const string Definition = """{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}""";

    private static readonly string[] OrderMachines = ["orders-*", $"{Here}activity:orders-*"];

    [Theory]
    [InlineData("DescribeStateMachine", $$"""{"stateMachineArn":"{{Here}}stateMachine:orders-eu"}""", "StateMachineDoesNotExist")]
    [InlineData("DescribeStateMachine", $$"""{"stateMachineArn":"{{Here}}stateMachine:orders-eu:3"}""", "StateMachineDoesNotExist")]
    [InlineData("DescribeStateMachine", $$"""{"stateMachineArn":"{{Here}}stateMachine:billing"}""", "AccessDeniedException")]
    [InlineData("DescribeStateMachine", $$"""{"stateMachineArn":"{{Here}}stateMachine:billing:orders-eu"}""", "AccessDeniedException")]
    [InlineData("DescribeStateMachine", """{"stateMachineArn":"orders-eu"}""", "AccessDeniedException")]
    [InlineData("DescribeStateMachine", "{}", "AccessDeniedException")]
    [InlineData("StartExecution", $$"""{"stateMachineArn":"{{Here}}stateMachine:billing"}""", "AccessDeniedException")]
    [InlineData("StopExecution", $$"""{"executionArn":"{{Here}}execution:billing:orders-1"}""", "AccessDeniedException")]
    [InlineData("DescribeMapRun", $$"""{"mapRunArn":"{{Here}}mapRun:billing/orders:1"}""", "AccessDeniedException")]
    [InlineData("DescribeMapRun", $$"""{"mapRunArn":"{{Here}}mapRun:orders-eu/Each:2f3c4b62-6f4e-4a5f-8c3a-1f1f5f0f7e11"}""", "ResourceNotFound")]
    [InlineData("ListExecutions", $$"""{"stateMachineArn":"{{Here}}stateMachine:billing"}""", "AccessDeniedException")]
    [InlineData("TagResource", $$"""{"resourceArn":"{{Here}}stateMachine:billing","tags":[]}""", "AccessDeniedException")]
    [InlineData("DescribeActivity", $$"""{"activityArn":"{{Here}}activity:billing"}""", "AccessDeniedException")]
    [InlineData("DescribeActivity", $$"""{"activityArn":"{{Here}}activity:orders-pack"}""", "ActivityDoesNotExist")]
    [InlineData("CreateActivity", """{"name":"billing"}""", "AccessDeniedException")]
    [InlineData("CreateActivity", """{"name":"orders-pack"}""", "")]
    [InlineData("CreateStateMachine", $$"""{"name":"billing","definition":"{{Definition}}","roleArn":"arn:aws:iam::1:role/r"}""", "AccessDeniedException")]
    [InlineData("CreateStateMachine", $$"""{"name":"orders-us","definition":"{{Definition}}","roleArn":"arn:aws:iam::1:role/r"}""", "")]
    [InlineData("CreateStateMachineAlias", $$"""{"name":"live","routingConfiguration":[{"stateMachineVersionArn":"{{Here}}stateMachine:orders-eu:1","weight":50},{"stateMachineVersionArn":"{{Here}}stateMachine:billing:1","weight":50}]}""", "AccessDeniedException")]
    [InlineData("SendTaskSuccess", """{"taskToken":"AAAA","output":"{}"}""", "AccessDeniedException")]
    [InlineData("TestState", $$"""{"definition":"{{Definition}}"}""", "AccessDeniedException")]
    [InlineData("TestState", $$"""{"definition":"{{Definition}}","stateMachineArn":"{{Here}}stateMachine:orders-eu"}""", "AccessDeniedException")]
    [InlineData("ValidateStateMachineDefinition", $$"""{"definition":"{{Definition}}"}""", "")]
    public async Task A_key_for_some_machines_opens_no_others(string action, string request, string error)
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await LimitedAsync(server, Roles.Viewer | Roles.Operator | Roles.Worker | Roles.Author);

        var answer = (JsonObject)(await ApiAnswer.ReadAsync(await server.CallAsync(action, request, key))).Body;

        Assert.Equal(error, (answer["__type"] as JsonString)?.Value ?? "");
    }

    [Fact]
    public async Task The_refusal_says_what_was_refused_and_is_in_the_audit_journal()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await LimitedAsync(server, Roles.Operator);

        var answer = await ApiAnswer.ReadAsync(await server.CallAsync("StartExecution", $$"""{"stateMachineArn":"{{Here}}stateMachine:billing"}""", key));

        Assert.Equal(
            ApiAnswer.Error("AccessDeniedException", $"User: ada is not authorized to perform: states:StartExecution on resource: {Here}stateMachine:billing: the API key is not for it", HttpStatusCode.Forbidden),
            answer);
        Assert.Equal([$"ada states:StartExecution {Here}stateMachine:billing 403 AccessDeniedException"], await server.AuditedAsync());
    }

    [Fact]
    public async Task A_list_has_the_keys_machines_alone_and_its_pages_are_full()
    {
        await using var server = await GuardedServer.StartAsync();
        var all = await server.KeyOfAsync("root", Roles.Admin);
        foreach (var name in new[] { "a", "b", "orders-1", "c", "orders-2", "d", "orders-3" })
        {
            (await server.CallAsync("CreateStateMachine", $$"""{"name":"{{name}}","definition":"{{Definition}}","roleArn":"arn:aws:iam::1:role/r"}""", all)).EnsureSuccessStatusCode();
        }

        var key = await LimitedAsync(server, Roles.Viewer);
        var first = await ListAsync(server, key, """{"maxResults":2}""");
        var second = await ListAsync(server, key, $$"""{"maxResults":2,"nextToken":{{first["nextToken"]}}}""");

        Assert.Equal(["orders-1", "orders-2"], Names(first));
        Assert.Equal(["orders-3"], Names(second));
    }

    [Fact]
    public async Task Of_the_REST_API_it_opens_what_keeps_to_its_machines()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await LimitedAsync(server, Roles.Operator);

        using var about = await server.SendAsync(HttpMethod.Get, "/api/v1/me", key);
        using var other = await server.SendAsync(HttpMethod.Get, "/api/v1/echo", key);

        var me = await about.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (about.StatusCode, other.StatusCode));
        Assert.Equal(OrderMachines, me!["machines"]!.AsArray().Select(each => (string?)each));
        Assert.Equal(
            [("states:StartExecution", true), ("states:TestState", false)],
            me["permissions"]!.AsArray().Select(each => ((string)each!["operation"]!, (bool)each["allowed"]!)).Where(each => each.Item1 is "states:StartExecution" or "states:TestState"));
    }

    [Theory]
    [InlineData("""{"owner":"eve","roles":["operator"],"machines":["orders-*"]}""", HttpStatusCode.Created)]
    [InlineData("""{"owner":"eve","roles":["operator"],"machines":["orders *"]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"owner":"eve","roles":["operator"],"machines":["states:orders"]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"owner":"eve","roles":["admin"],"machines":["orders-*"]}""", HttpStatusCode.BadRequest)]
    public async Task A_key_is_made_for_machines_that_can_be_and_never_for_an_admin(string draft, HttpStatusCode expected)
    {
        await using var server = await GuardedServer.StartAsync();
        var root = await server.KeyOfAsync("root", Roles.Admin);

        using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", root, request => request.Content = new StringContent(draft, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_new_secret_changes_nothing_about_the_machines()
    {
        await using var server = await GuardedServer.StartAsync();
        var issued = await server.Keys.CreateAsync("ada", Roles.Operator, expires: null, new MachineScope([.. OrderMachines]));
        var rotated = await server.Keys.RotateAsync(issued.Key.Id, TimeSpan.Zero);

        using var answer = await server.CallAsync("StartExecution", $$"""{"stateMachineArn":"{{Here}}stateMachine:billing"}""", $"{rotated.Key.Id}.{rotated.Secret}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<string> LimitedAsync(GuardedServer server, Roles roles)
    {
        var issued = await server.Keys.CreateAsync("ada", roles, expires: null, new MachineScope([.. OrderMachines]));
        return $"{issued.Key.Id}.{issued.Secret}";
    }

    private static async Task<JsonObject> ListAsync(GuardedServer server, string key, string request) =>
        (JsonObject)(await ApiAnswer.ReadAsync(await server.CallAsync("ListStateMachines", request, key))).Body;

    private static IEnumerable<string> Names(JsonObject page) => ((JsonArray)page["stateMachines"]!).Select(machine => ((JsonString)((JsonObject)machine)["name"]!).Value);
}
