using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Tests.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Http;

#pragma warning disable CA1001 // The test framework disposes of it, by IAsyncLifetime.
public sealed class HttpInvokeTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private RequestDelegate answer = _ => Task.CompletedTask;
    private WebApplication server = null!;
    private ServiceWorld world = null!;
    private string seen = "";
    private IHeaderDictionary headers = new HeaderDictionary();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            seen = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {context.Request.ContentType} {await reader.ReadToEndAsync()}".Trim();
            headers = new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value));
            await answer(context);
        });
        await server.StartAsync();
        world = new ServiceWorld(
            add: null,
            ("Connections:open:AuthorizationType", "NONE"),
            ("Connections:key:AuthorizationType", "API_KEY"),
            ("Connections:key:ApiKeyName", "x-api-key"),
            ("Connections:key:ApiKeyValue", "secret"),
            ("Connections:key:QueryParameters:from", "connection"),
            ("Connections:key:BodyParameters:added", "yes"),
            ("Connections:basic:AuthorizationType", "BASIC"),
            ("Connections:basic:Username", "u"),
            ("Connections:basic:Password", "p"),
            ("Connections:oauth:AuthorizationType", "OAUTH_CLIENT_CREDENTIALS"),
            ("Connections:oauth:TokenUrl", $"{server.Urls.Single()}/token"),
            ("Connections:oauth:ClientId", "id"),
            ("Connections:oauth:ClientSecret", "s"),
            ("Connections:bound:Endpoints:0", "https://api.example.com/v1"));
    }

    public async Task DisposeAsync()
    {
        await world.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Sends_a_body_and_answers_with_what_came_back()
    {
        answer = context =>
        {
            context.Response.StatusCode = 201;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("""{"id":1.0}""");
        };

        var result = (JsonObject)Json.Parse(await AskAsync("open", """ "Method":"POST","RequestBody":{"a":[1]},"Headers":{"X-Own":"h"},"QueryParameters":{"q":"ä","r":["1","2"]} """));

        Assert.Equal("""POST /items?q=%C3%A4&r=1&r=2 application/json; charset=utf-8 {"a":[1]}""", seen);
        Assert.Equal(("h", "Amazon|StepFunctions|HttpInvoke|us-east-1"), (headers["X-Own"].ToString(), headers.UserAgent.ToString()));
        Assert.Equal(("""{"id":1.0}""", "201", "\"Created\""), (result["ResponseBody"]!.ToString(), result["StatusCode"]!.ToString(), result["StatusText"]!.ToString()));
        Assert.Equal("""["application/json"]""", ((JsonObject)result["Headers"]!)["content-type"]!.ToString());
    }

    [Theory]
    [InlineData("INDICES", "a%5B0%5D=1&a%5B1%5D=x&m%5Bk%5D=true")]
    [InlineData("BRACKETS", "a%5B%5D=1&a%5B%5D=x&m%5Bk%5D=true")]
    [InlineData("REPEAT", "a=1&a=x&m%5Bk%5D=true")]
    [InlineData("COMMAS", "a=1%2Cx&m%5Bk%5D=true")]
    public async Task Writes_forms(string format, string form)
    {
        await AskAsync("open", $$$""" "Method":"POST","RequestBody":{"a":[1,"x"],"m":{"k":true}},"Transform":{"RequestBodyEncoding":"URL_ENCODED","RequestEncodingOptions":{"ArrayFormat":"{{{format}}}"} } """);

        Assert.Equal($"POST /items application/x-www-form-urlencoded {form}", seen);
    }

    [Fact]
    public async Task Adds_what_the_connection_says()
    {
        await AskAsync("key", """ "Method":"PUT","RequestBody":{"a":1},"QueryParameters":{"from":"task","q":"1"} """);

        Assert.Equal("""PUT /items?q=1&from=connection application/json; charset=utf-8 {"a":1,"added":"yes"}""", seen);
        Assert.Equal("secret", headers["x-api-key"].ToString());
    }

    [Fact]
    public async Task Says_who_it_is_by_name_and_password_or_by_a_token_that_it_fetches_once()
    {
        var fetched = 0;
        answer = context =>
        {
            if (context.Request.Path == "/token")
            {
                fetched++;
                return context.Response.WriteAsync("""{"access_token":"t","expires_in":3600}""");
            }

            return Task.CompletedTask;
        };

        await AskAsync("basic", """ "Method":"GET" """);
        var basic = headers.Authorization.ToString();
        await AskAsync("oauth", """ "Method":"GET" """);
        await AskAsync("oauth", """ "Method":"GET" """);

        Assert.Equal(("Basic dTpw", "Bearer t", 1), (basic, headers.Authorization.ToString(), fetched));
    }

    [Fact]
    public async Task Fails_with_the_status_and_the_body()
    {
        answer = context =>
        {
            context.Response.StatusCode = 429;
            return context.Response.WriteAsync("slow down");
        };

        Assert.Equal(("States.Http.StatusCode.429", "slow down"), await world.FailureAsync("http:invoke", Parameters("open", """ "Method":"GET" """)));
    }

    [Fact]
    public async Task Names_an_attempt_the_same_when_it_is_made_again()
    {
        await world.AskAsync("http:invoke", Parameters("open", """ "Method":"POST" """), attempt: 5);
        var first = headers["Idempotency-Key"].ToString();
        await world.AskAsync("http:invoke", Parameters("open", """ "Method":"POST" """), attempt: 5);
        var again = headers["Idempotency-Key"].ToString();
        await world.AskAsync("http:invoke", Parameters("open", """ "Method":"POST" """), attempt: 6);

        Assert.Equal(first, again);
        Assert.NotEqual(first, headers["Idempotency-Key"].ToString());
    }

    [Fact]
    public async Task Refuses_connections_that_are_not_there_or_not_for_the_address()
    {
        Assert.Equal(
            ("Events.ConnectionResource.NotFound", "No connection 'none' is configured. Configure it under Connections:none."),
            await world.FailureAsync("http:invoke", Parameters("none", """ "Method":"GET" """)));
        Assert.Equal("Events.ConnectionResource.AccessDenied", (await world.FailureAsync("http:invoke", Parameters("bound", """ "Method":"GET" """))).Error);
        Assert.Equal("", seen);
    }

    [Theory]
    [InlineData(""" "Method":"BREW" """, "Method")]
    [InlineData(""" "Method":"GET","Headers":{"Authorization":"x"} """, "Headers")]
    [InlineData(""" "Method":"GET","QueryParameters":"a=b" """, "QueryParameters")]
    public async Task Refuses_parameters_that_cannot_be(string rest, string field)
    {
        var (error, cause) = await world.FailureAsync("http:invoke", Parameters("open", rest));

        Assert.Equal("States.Runtime", error);
        Assert.EndsWith($"could not be used to start the Task: [The value of the field '{field}' has an invalid format]", cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_where_nobody_answers()
    {
        var address = server.Urls.Single();
        await server.StopAsync();

        var (error, cause) = await world.FailureAsync("http:invoke", Parameters("open", """ "Method":"GET" """, address));

        Assert.Equal("States.Http.Socket", error);
        Assert.StartsWith($"{address}/items: ", cause, StringComparison.Ordinal);
    }

    private Task<string> AskAsync(string connection, string rest) => world.ResultAsync("http:invoke", Parameters(connection, rest));

    private string Parameters(string connection, string rest, string? address = null) =>
        $$$"""{"ApiEndpoint":"{{{address ?? server.Urls.Single()}}}/items","Authentication":{"ConnectionArn":"arn:aws:events:us-east-1:123456789012:connection/{{{connection}}}/0f0e"},{{{rest}}} }""";
}
