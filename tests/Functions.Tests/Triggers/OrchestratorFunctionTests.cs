using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Tests.Hosting;
using TaskOrchestration.Functions.Triggers;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Tests.Triggers;

public sealed class OrchestratorFunctionTests
{
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:OrderProcessing";
    private const string Execution = "arn:aws:states:us-east-1:123456789012:execution:OrderProcessing:order-7";

    private static readonly DateTimeOffset Began = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_platform_asks_for_a_key_of_the_function()
    {
        var trigger = typeof(OrchestratorFunction).GetMethod(nameof(OrchestratorFunction.StartAsync))!.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!;

        Assert.Equal((AuthorizationLevel.Function, "api/orchestrators/{stateMachine}"), (trigger.AuthLevel, trigger.Route));
        Assert.Equal("post", Assert.Single(trigger.Methods!));
    }

    [Theory]
    [InlineData("OrderProcessing")]
    [InlineData(Machine)]
    public async Task It_starts_the_machine_with_the_body_and_says_where_it_can_be_asked_after(string stateMachine)
    {
        await using var app = await TestApp.StartAsync();
        app.Executions.Setup(executions => executions.StartAsync(It.IsAny<StartRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new StartedExecution(Execution, Began));

        var http = await CallAsync(app, stateMachine, """{"orderId": 7}""", "?name=order-7");

        app.Executions.Verify(executions => executions.StartAsync(
            It.Is<StartRequest>(request => request.StateMachineArn == Machine && request.Name == "order-7" && request.Input.Equals(Json.Parse("""{"orderId": 7}"""))),
            It.IsAny<CancellationToken>()));
        var (body, instance) = (Body(http), InstanceIds.Of(Execution, 0));
        var status = $"https://app.example/runtime/webhooks/durabletask/instances/{instance}";
        Assert.Equal((StatusCodes.Status202Accepted, "10"), (http.Response.StatusCode, http.Response.Headers.RetryAfter.ToString()));
        Assert.StartsWith(status, http.Response.Headers.Location.ToString(), StringComparison.Ordinal);
        Assert.Equal((instance, Execution), ((string?)body["id"], (string?)body["executionArn"]));
        Assert.StartsWith($"{status}/raiseEvent/", (string?)body["sendEventPostUri"], StringComparison.Ordinal);
        Assert.Equal("states:StartExecution ok", await LastEntryAsync(app));
    }

    [Fact]
    public async Task A_machine_that_is_not_known_is_a_problem()
    {
        await using var app = await TestApp.StartAsync();
        app.Executions.Setup(executions => executions.StartAsync(It.IsAny<StartRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new RefusedException(Refusal.StateMachineDoesNotExist, "State Machine Does Not Exist: 'Nothing'"));

        var http = await CallAsync(app, "Nothing", "{}");

        Assert.Equal((404, "urn:taskorch:problem:not-found", "State Machine Does Not Exist: 'Nothing'"), Problem(http));
        Assert.Equal("states:StartExecution StateMachineDoesNotExist", await LastEntryAsync(app));
    }

    [Theory]
    [InlineData("{", "", "urn:taskorch:problem:malformed-json")]
    [InlineData("{}", "?name=a%2Fb", "urn:taskorch:problem:invalid-parameter")]
    public async Task A_request_with_a_fault_starts_nothing(string body, string query, string problem)
    {
        await using var app = await TestApp.StartAsync();

        var http = await CallAsync(app, "OrderProcessing", body, query);

        Assert.Equal((400, problem), (Problem(http).Status, Problem(http).Type));
        app.Executions.Verify(executions => executions.StartAsync(It.IsAny<StartRequest>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    private static async Task<HttpContext> CallAsync(TestApp app, string stateMachine, string body, string query = "")
    {
        var function = ActivatorUtilities.CreateInstance<OrchestratorFunction>(app.Services);
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Request.Method = HttpMethods.Post;
        http.Request.Path = $"/api/orchestrators/{stateMachine}";
        http.Request.QueryString = new QueryString(query);
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Response.Body = new MemoryStream();

        var result = await function.StartAsync(
            http.Request, new Mock<DurableTaskClient>("test").Object, stateMachine, SampleRequest.Invocation(new Uri($"https://app.example/api/orchestrators/{Uri.EscapeDataString(stateMachine)}")));

        Assert.IsType<EmptyResult>(result);
        return http;
    }

    private static JsonNode Body(HttpContext http) => JsonNode.Parse(((MemoryStream)http.Response.Body).ToArray())!;

    private static (int Status, string? Type, string? Detail) Problem(HttpContext http)
    {
        Assert.Equal("application/problem+json", http.Response.ContentType);
        return (http.Response.StatusCode, (string?)Body(http)["type"], (string?)Body(http)["detail"]);
    }

    private static async Task<string> LastEntryAsync(TestApp app)
    {
        var entry = (await app.Services.GetRequiredService<IAuditJournal>().ListAsync(new AuditQuery(), 1))[0].Entry;
        return $"{entry.Action} {entry.Outcome}";
    }
}
