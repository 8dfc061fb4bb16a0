using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.StepFunctions.Testing;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.StepFunctions;

/// <summary>Who tests an HTTP task at the level TRACE sees what it sent and what came back.</summary>
public sealed class HttpTaskTestTests : IAsyncLifetime
{
    private WebApplication server = null!;
    private ServiceProvider services = null!;
    private int status = StatusCodes.Status200OK;

    private string Address => server.Urls.Single();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Run(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Date = "Tue, 21 Nov 2023 00:06:17 GMT";
            context.Response.Headers.Server = "test";
            context.Response.ContentLength = 2;
            return context.Response.WriteAsync("ok");
        });
        await server.StartAsync();
        (string, string?)[] settings =
        [
            ("Connections:own:AuthorizationType", "BASIC"),
            ("Connections:own:Username", "u"),
            ("Connections:own:Password", "secret"),
            ("Connections:own:Headers:X-Secret", "secret"),
            ("Connections:own:QueryParameters:key", "secret"),
            ("Connections:own:BodyParameters:password", "secret"),
        ];
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new ManualTimeProvider())
            .AddInMemoryStores()
            .AddServiceIntegrations(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Item1, setting.Item2))).Build())
            .AddTaskRouting()
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Shows_what_was_sent_without_what_the_connection_adds_and_what_came_back()
    {
        var answer = await TestAsync("TRACE");

        var inspection = (JsonObject)answer["inspectionData"]!;
        var request = (JsonObject)inspection["request"]!;
        Assert.Equal("SUCCEEDED", ((JsonString)answer["status"]!).Value);
        Assert.Equal(
            Json.Parse($$$"""{"protocol":"http","method":"POST","url":"{{{Address}}}/items?q=1","body":"{\"a\":1}"}"""),
            request.Without("headers"));
        Assert.StartsWith("[User-Agent: Amazon|StepFunctions|HttpInvoke|us-east-1, Idempotency-Key: ", ((JsonString)request["headers"]!).Value, StringComparison.Ordinal);
        Assert.EndsWith(", X-Own: h, Content-Type: application/json; charset=utf-8]", ((JsonString)request["headers"]!).Value, StringComparison.Ordinal);
        Assert.Equal(
            Json.Parse("""{"protocol":"http","statusCode":"200","statusMessage":"OK","headers":"[Date: Tue, 21 Nov 2023 00:06:17 GMT, Server: test, Content-Length: 2]","body":"ok"}"""),
            inspection["response"]);
        Assert.DoesNotContain("secret", answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_an_answer_that_fails_the_task()
    {
        status = StatusCodes.Status503ServiceUnavailable;

        var answer = await TestAsync("TRACE");

        Assert.Equal(("\"FAILED\"", "\"503\""), (answer["status"]!.ToString(), ((JsonObject)((JsonObject)answer["inspectionData"]!)["response"]!)["statusCode"]!.ToString()));
    }

    [Fact]
    public async Task Shows_no_response_where_none_came()
    {
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var inspection = (JsonObject)(await TestAsync("TRACE", $"http://{deaf.LocalEndPoint}"))["inspectionData"]!;

        Assert.Equal((true, false), (inspection["request"] is not null, inspection["response"] is not null));
    }

    [Theory]
    [InlineData("DEBUG", """{"mock":null}""")]
    [InlineData("TRACE", """{"mock":{"result":"{}","fieldValidationMode":"NONE"}}""")]
    public async Task Shows_nothing_of_it_where_less_is_asked_for_or_nothing_is_sent(string level, string mock)
    {
        var inspection = (JsonObject)(await TestAsync(level, mock: ((JsonObject)Json.Parse(mock))["mock"]))["inspectionData"]!;

        Assert.Equal((false, false), (inspection["request"] is not null, inspection["response"] is not null));
    }

    private Task<JsonObject> TestAsync(string level, string? address = null, Json? mock = null)
    {
        var definition =
            $$$"""
            {
              "Type": "Task",
              "Resource": "arn:aws:states:::http:invoke",
              "Parameters": {
                "ApiEndpoint": "{{{address ?? Address}}}/items", "Method": "POST", "RequestBody": {"a": 1}, "Headers": {"X-Own": "h"}, "QueryParameters": {"q": "1"},
                "Authentication": {"ConnectionArn": "arn:aws:events:us-east-1:123456789012:connection/own/1"}
              },
              "End": true
            }
            """;
        var request = new JsonObjectBuilder()
            .Set("definition", Json.Of(definition))
            .Set("roleArn", Json.Of("arn:aws:iam::123456789012:role/test"))
            .Set("inspectionLevel", Json.Of(level))
            .SetIfPresent("mock", mock is JsonObject ? mock : null)
            .Build();
        return OneState.TestAsync(request, services.GetRequiredService<ITaskRouter>(), services.GetRequiredService<TimeProvider>());
    }
}
