using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Resources;

namespace TaskOrchestration.Orchestrations.Tests.Resources;

public sealed class HttpTaskHandlerTests : IAsyncLifetime
{
    private readonly HttpClient client = HttpTaskHandler.CreateClient();
    private RequestDelegate answer = _ => Task.CompletedTask;
    private WebApplication server = null!;
    private Uri address = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Run(context => answer(context));
        await server.StartAsync();
        address = new Uri($"{server.Urls.Single()}/api/step?code=secret");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Posts_the_input_and_takes_the_body_for_the_result()
    {
        var seen = "";
        answer = async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            seen = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {context.Request.ContentType} {await reader.ReadToEndAsync()}";
            await context.Response.WriteAsync("""{"done":1.0}""");
        };

        var outcome = await InvokeAsync("""{"ü":[1.0]}""");

        Assert.Equal("""POST /api/step?code=secret application/json {"ü":[1.0]}""", seen);
        Assert.Equal("""{"done":1.0}""", Assert.IsType<TaskOutcome.Succeeded>(outcome).Output.ToString());
    }

    [Fact]
    public async Task Says_in_headers_what_the_call_is_for()
    {
        Dictionary<string, string> headers = [];
        answer = context =>
        {
            headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
            return Task.CompletedTask;
        };

        await InvokeAsync("{}", new Dictionary<string, string> { ["x-functions-key"] = "key" });

        Assert.Equal(Calls.Of("f").Request.IdempotencyToken, headers["Idempotency-Key"]);
        Assert.Equal("f", headers["X-Task-Function"]);
        Assert.Equal("PROD", headers["X-Task-Qualifier"]);
        Assert.Equal("St%C3%A4te", headers["X-Task-State"]);
        Assert.Equal(Uri.EscapeDataString(Calls.ExecutionArn), headers["X-Task-Execution"]);
        Assert.Equal("2", headers["X-Task-Retry-Count"]);
        Assert.Equal("2026-01-31T08:31:00.000Z", headers["X-Task-Deadline"]);
        Assert.Equal("key", headers["x-functions-key"]);
    }

    [Fact]
    public async Task Takes_an_empty_answer_as_null() => Assert.Equal(Calls.Succeeded("null"), await InvokeAsync());

    [Fact]
    public async Task Refuses_an_answer_that_is_not_JSON()
    {
        answer = context => context.Response.WriteAsync("<html>");

        var failure = Assert.IsType<TaskOutcome.Failed>(await InvokeAsync()).Failure;

        Assert.Equal("Http.InvalidResponse", failure.Error);
        Assert.Contains("/api/step: expected JSON in the answer, found <html>", failure.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(400)]
    public async Task Fails_with_the_error_in_the_body(int status)
    {
        answer = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("""{ "errorType": "PaymentDeclined", "errorMessage": "no", "stackTrace": ["x"] }""");
        };

        Assert.Equal(
            Calls.Failed("PaymentDeclined", """{"errorType":"PaymentDeclined","errorMessage":"no","stackTrace":["x"]}"""), await InvokeAsync());
    }

    [Fact]
    public async Task Keeps_of_an_error_that_says_too_much_what_fits_into_a_failure()
    {
        var (name, message, trace) = (new string('E', 300), new string('m', 5_000), new string('t', 100_000));
        answer = context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync($$"""{"errorType":"{{name}}","errorMessage":"{{message}}","stackTrace":["{{trace}}"]}""");
        };

        Assert.Equal(
            Calls.Failed(name[..256], $$"""{"errorMessage":"{{message[..4096]}}…","errorType":"{{name[..256]}}"}"""), await InvokeAsync());
    }

    [Fact]
    public async Task Fails_when_the_answer_says_that_the_function_failed()
    {
        answer = context =>
        {
            context.Response.Headers["X-Amz-Function-Error"] = "Unhandled";
            return context.Response.WriteAsync("""{"errorType":"Bad","errorMessage":"no"}""");
        };

        Assert.Equal(Calls.Failed("Bad", """{"errorType":"Bad","errorMessage":"no"}"""), await InvokeAsync());
    }

    [Fact]
    public async Task Fails_for_an_unknown_reason_when_the_function_that_failed_names_no_error()
    {
        answer = context =>
        {
            context.Response.Headers["X-Amz-Function-Error"] = "Unhandled";
            return context.Response.WriteAsync("""{"errorMessage":"Process exited before completing request"}""");
        };

        Assert.Equal(
            Calls.Failed(
                "Lambda.Unknown",
                """The cause could not be determined because Lambda did not return an error type. Returned payload: {"errorMessage":"Process exited before completing request"}"""),
            await InvokeAsync());
    }

    [Theory]
    [InlineData(429, "Lambda.TooManyRequestsException")]
    [InlineData(502, "Lambda.ServiceException")]
    [InlineData(503, "Lambda.ServiceException")]
    [InlineData(504, "Lambda.ServiceException")]
    [InlineData(500, "Http.500")]
    [InlineData(404, "Http.404")]
    [InlineData(302, "Http.302")]
    public async Task Names_an_error_for_the_status_where_the_body_names_none(int status, string error)
    {
        answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync("went wrong");
        };

        var failure = Assert.IsType<TaskOutcome.Failed>(await InvokeAsync()).Failure;

        Assert.Equal(error, failure.Error);
        Assert.Contains($"/api/step answered {status} {(HttpStatusCode)status}: went wrong", failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_for_the_time_being_when_nobody_listens()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        address = new Uri($"http://{nobody.LocalEndpoint}/api/step?code=secret");
        nobody.Stop();

        var failure = Assert.IsType<TaskOutcome.Failed>(await InvokeAsync()).Failure;

        Assert.Equal("Lambda.SdkClientException", failure.Error);
        Assert.Contains($"Unable to execute HTTP request to http://{address.Authority}/api/step: ", failure.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_for_the_time_being_when_the_connection_breaks()
    {
        answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        Assert.Equal("Lambda.SdkClientException", Assert.IsType<TaskOutcome.Failed>(await InvokeAsync()).Failure.Error);
    }

    [Fact]
    public async Task Stops_waiting_when_nobody_waits_any_more()
    {
        using var cancellation = new CancellationTokenSource();
        var gone = new TaskCompletionSource();
        answer = async context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            await cancellation.CancelAsync();
            await gone.Task;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await InvokeAsync(cancellationToken: cancellation.Token));
        await gone.Task;
    }

    [Fact]
    public async Task Fails_as_a_function_does_that_has_run_out_of_time()
    {
        var time = new OneTimer();
        var gone = new TaskCompletionSource();
        answer = async context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            time.Fire();
            await gone.Task;
        };

        var failure = Assert.IsType<TaskOutcome.Failed>(await InvokeAsync(time: time)).Failure;

        Assert.Equal("Sandbox.Timedout", failure.Error);
        Assert.Contains("/api/step has not answered within 60 seconds.", failure.Cause, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(1), time.Due);
    }

    [Fact]
    public async Task Does_not_read_an_endless_answer()
    {
        answer = async context =>
        {
            var chunk = new byte[1024 * 1024];
            chunk.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 7 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(chunk);
            }
        };

        Assert.Equal("Function.ResponseSizeTooLarge", Assert.IsType<TaskOutcome.Failed>(await InvokeAsync()).Failure.Error);
    }

    private async Task<TaskOutcome> InvokeAsync(
        string input = "{}", Dictionary<string, string>? headers = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var function = new HttpFunction { Url = address, Timeout = TimeSpan.FromMinutes(1), Headers = headers ?? [] };
        var handlers = new TaskHandlers().Add("f", new HttpTaskHandler(client, function, time ?? TimeProvider.System));
        return await new TaskRouter(handlers).InvokeAsync(
            Calls.Of("arn:aws:lambda:us-east-1:123456789012:function:f:PROD", input), cancellationToken);
    }

    /// <summary>A time that passes when a test says so.</summary>
    private sealed class OneTimer : TimeProvider, ITimer
    {
        private Action fire = () => { };

        public TimeSpan Due { get; private set; }

        public void Fire() => fire();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            fire = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
