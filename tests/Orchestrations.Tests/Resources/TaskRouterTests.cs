using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Resources;

public sealed class TaskRouterTests
{
    private readonly TaskHandlers handlers = new();

    [Theory]
    [InlineData("Double")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:Double")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:Double:PROD")]
    public async Task Finds_a_function_by_its_name_and_by_its_arn(string resource)
    {
        handlers.Add("Double", (invocation, _) => ValueTask.FromResult(Json.Of(2 * ((JsonNumber)invocation.Input).Value)));

        Assert.Equal(Calls.Succeeded("42"), await InvokeAsync(Calls.Of(resource, "21")));
    }

    [Fact]
    public async Task Prefers_the_function_that_is_registered_for_the_very_qualifier()
    {
        handlers.Add("f", (_, _) => ValueTask.FromResult(Json.Of("any"))).Add("f:2", (_, _) => ValueTask.FromResult(Json.Of("two")));

        Assert.Equal(Calls.Succeeded("\"two\""), await InvokeAsync(Calls.Of("arn:aws:lambda:us-east-1:123456789012:function:f:2")));
        Assert.Equal(Calls.Succeeded("\"any\""), await InvokeAsync(Calls.Of("arn:aws:lambda:us-east-1:123456789012:function:f:3")));
    }

    [Fact]
    public async Task Tells_a_function_what_it_is_called_for()
    {
        TaskInvocation? seen = null;
        var heartbeats = 0;
        handlers.Add("f", async (invocation, _) =>
        {
            seen = invocation;
            await invocation.HeartbeatAsync();
            return Json.Null;
        });

        await InvokeAsync(Calls.Of("arn:aws:lambda:us-east-1:123456789012:function:f:PROD", "[1]", () =>
        {
            heartbeats++;
            return ValueTask.CompletedTask;
        }));

        Assert.Equal(
            ("f", "PROD", Json.Parse("[1]"), Calls.Of("f").Request.IdempotencyToken, 2, Calls.ExecutionArn, "Stäte", Calls.Of("f").Request.Deadline, 1),
            (seen!.FunctionName, seen.Qualifier, seen.Input, seen.IdempotencyToken, seen.RetryCount, seen.ExecutionArn, seen.StateName, seen.Deadline, heartbeats));
    }

    [Fact]
    public async Task Names_an_error_for_the_type_of_the_exception()
    {
        handlers.Add("f", (_, _) => throw new TimeoutException("too \"slow\""));

        Assert.Equal(
            Calls.Failed("TimeoutException", """{"errorMessage":"too \"slow\"","errorType":"TimeoutException"}"""), await InvokeAsync(Calls.Of("f")));
    }

    [Fact]
    public async Task Names_an_error_as_its_attribute_says()
    {
        handlers.Add("f", async (_, _) =>
        {
            await Task.Yield();
            throw new SoldOutException();
        });

        Assert.Equal(Calls.Failed("SoldOut", """{"errorMessage":"all gone","errorType":"SoldOut"}"""), await InvokeAsync(Calls.Of("f")));
    }

    [Fact]
    public async Task Names_an_error_of_a_generic_type_without_its_arity()
    {
        handlers.Add("f", (_, _) => throw new FaultException<int>());

        Assert.Equal("FaultException", Assert.IsType<TaskOutcome.Failed>(await InvokeAsync(Calls.Of("f"))).Failure.Error);
    }

    [Theory]
    [InlineData("Error", "cause")]
    [InlineData(null, null)]
    public async Task Relays_a_failure_exactly(string? error, string? cause)
    {
        handlers.Add("f", (_, _) => throw new TaskFailureException(new Failure(error, cause)));

        Assert.Equal(new TaskOutcome.Failed(new Failure(error, cause)), await InvokeAsync(Calls.Of("f")));
    }

    [Fact]
    public async Task Keeps_only_the_beginning_of_an_endless_message()
    {
        handlers.Add("f", (_, _) => throw new InvalidOperationException(new string('"', 1_000_000)));

        var failure = Assert.IsType<TaskOutcome.Failed>(await InvokeAsync(Calls.Of("f"))).Failure;

        Assert.InRange(failure.Cause!.Length, 4096, 32_768);
    }

    [Fact]
    public async Task Answers_nothing_when_nobody_waits_any_more()
    {
        using var cancellation = new CancellationTokenSource();
        handlers.Add("f", async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            return Json.Null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await new TaskRouter(handlers).InvokeAsync(Calls.Of("f"), cancellation.Token));
    }

    [Fact]
    public async Task Takes_a_cancellation_that_nobody_asked_for_as_a_failure()
    {
        handlers.Add("f", (_, _) => throw new OperationCanceledException("gave up"));

        Assert.Equal(
            Calls.Failed("OperationCanceledException", """{"errorMessage":"gave up","errorType":"OperationCanceledException"}"""),
            await InvokeAsync(Calls.Of("f")));
    }

    [Fact]
    public async Task Takes_no_answer_as_null()
    {
        handlers.Add("f", (_, _) => ValueTask.FromResult<Json>(null!));

        Assert.Equal(Calls.Succeeded("null"), await InvokeAsync(Calls.Of("f")));
    }

    [Fact]
    public async Task Says_how_to_register_a_bare_name_that_nobody_has_registered() =>
        Assert.Equal(
            Calls.Failed(
                "Lambda.ResourceNotFoundException",
                "No function 'orderPlacment' is registered. Register one in C# with services.AddTaskHandler(\"orderPlacment\", …), or give its address in "
                + "the configuration: Functions:orderPlacment = http://…"),
            await InvokeAsync(Calls.Of("orderPlacment")));

    [Fact]
    public async Task Misses_a_function_by_arn_in_the_words_of_the_service()
    {
        var failure = Assert.IsType<TaskOutcome.Failed>(await InvokeAsync(Calls.Of("arn:aws:lambda:us-east-1:123456789012:function:gone"))).Failure;

        Assert.Equal("Lambda.ResourceNotFoundException", failure.Error);
        Assert.Matches(
            "^Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone:\\$LATEST \\(Service: AWSLambda; Status Code: 404; "
            + "Error Code: ResourceNotFoundException; Request ID: [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}; Proxy: null\\)$",
            failure.Cause);
    }

    [Fact]
    public async Task Says_which_integrations_there_are_when_one_is_missing() =>
        Assert.Equal(
            Calls.Failed(
                "UnsupportedResource",
                "The service integration 'arn:aws:states:::sqs:sendMessage' is not available. Available: lambda:invoke. A handler for another one is added with "
                + "services.AddTaskHandler(\"sqs:sendMessage\", …), or by its address in the configuration: Integrations:sqs:sendMessage = http://…"),
            await InvokeAsync(Calls.Of("arn:aws:states:::sqs:sendMessage")));

    [Fact]
    public async Task Says_that_an_activity_has_no_workers() =>
        Assert.Equal(
            "UnsupportedResource",
            Assert.IsType<TaskOutcome.Failed>(await InvokeAsync(Calls.Of("arn:aws:states:us-east-1:123456789012:activity:a"))).Failure.Error);

    [Fact]
    public async Task Has_an_answer_for_every_kind_of_resource()
    {
        var kinds = typeof(TaskResource).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TaskResource))).Select(type => type.Name);
        string[] named = ["f", "arn:aws:states:us-east-1:123456789012:activity:a", "arn:aws:states:::lambda:invoke"];
        TaskResource[] samples = [.. named.Select(TaskResource.Parse), new TaskResource.MapRun()];

        Assert.Equal(kinds.Order(), samples.Select(sample => sample.GetType().Name).Order());
        foreach (var sample in samples)
        {
            Assert.NotNull(await InvokeAsync(Calls.Of(sample)));
        }
    }

    private ValueTask<TaskOutcome> InvokeAsync(TaskCall call) => new TaskRouter(handlers).InvokeAsync(call, CancellationToken.None);

    [ErrorName("SoldOut")]
    private sealed class SoldOutException() : Exception("all gone");

    private sealed class FaultException<T> : Exception
    {
        public Type Of { get; } = typeof(T);
    }
}
