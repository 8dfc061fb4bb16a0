using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Tasks;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

/// <summary>The workflow by the Step Functions API alone: somebody's function gets the token, somebody sends the decision.</summary>
public sealed class OrderApprovalTests
{
    [Fact]
    public async Task Carries_an_order_out_once_it_is_approved_as_its_sample_shows()
    {
        await using var approval = await Approval.OpenAsync();
        var input = Json.Parse(await File.ReadAllTextAsync(Repository.PathOf("samples", "order-approval", "input.json")));

        var ended = await approval.DecideAsync(input, """{"decision":"approved","by":"you","note":"go ahead"}""");

        Assert.Equal((ExecutionStatus.Succeeded, "\"Confirmed\""), (ended.Summary.Status, ((JsonObject)ended.Output!)["status"]!.ToString()));
        var events = (await approval.Executions.GetHistoryAsync(ended.Summary.ExecutionArn, reverse: false, 100, cursor: null)).Items;
        var history = SampleHistory.Write(events).Replace(approval.Token!, "<token>", StringComparison.Ordinal);
        var expected = Repository.PathOf("samples", "order-approval", "expected-history.json");
        if (Environment.GetEnvironmentVariable("TASKORCH_WRITE_SAMPLES") == "1")
        {
            await File.WriteAllTextAsync(expected, history);
        }

        Assert.Equal(await File.ReadAllTextAsync(expected), history);
    }

    [Theory]
    [InlineData("""{"decision":"rejected","note":"too dear"}""", "OrderRejected", "too dear")]
    [InlineData("""{"decision":"rejected"}""", "OrderRejected", "The order was rejected.")]
    [InlineData("""{"decision":"perhaps"}""", "InvalidDecision", """Expected a decision that is approved or rejected, found {"decision":"perhaps"}.""")]
    [InlineData("\"yes\"", "InvalidDecision", "Expected a decision that is approved or rejected, found \"yes\".")]
    public async Task Fails_when_it_is_not_approved(string decision, string error, string cause)
    {
        await using var approval = await Approval.OpenAsync();

        var ended = await approval.DecideAsync(JsonObject.Empty, decision);

        Assert.Equal(new Failure(error, cause), ended.Failure);
    }

    [Theory]
    [InlineData("10.00", "10.00", false)]
    [InlineData("10.01", "10.00", true)]
    public async Task Asks_nobody_up_to_the_limit_of_its_input(string total, string limit, bool asks)
    {
        await using var approval = await Approval.OpenAsync();
        var input = Json.Parse($$"""{"orderId":"O-1","total":{{total}},"currency":"EUR","approvalLimit":{{limit}}}""");

        var ended = await approval.DecideAsync(input, asks ? """{"decision":"approved"}""" : null);

        Assert.Equal((ExecutionStatus.Succeeded, asks), (ended.Summary.Status, approval.Token is not null));
    }

    private sealed class Approval : IAsyncDisposable
    {
        private readonly TaskCompletionSource<string> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskWorld world = null!;

        public IExecutionService Executions => world.Engine.Executions;

        public string? Token => asked.Task.IsCompleted ? asked.Task.Result : null;

        public static async Task<Approval> OpenAsync()
        {
            var approval = new Approval();
            approval.world = await TaskWorld.OpenAsync(services => services.AddTaskHandler("requestApproval", (invocation, _) =>
            {
                approval.asked.TrySetResult(((JsonString)((JsonObject)invocation.Input)["taskToken"]!).Value);
                return ValueTask.FromResult<Json>(JsonObject.Empty);
            }));
            return approval;
        }

        public async Task<ExecutionDescription> DecideAsync(Json input, string? decision)
        {
            var arn = world.Engine.Catalog.Arns.StateMachine("OrderApproval");
            var started = await Executions.StartAsync(new StartRequest { StateMachineArn = arn, Name = "approval-1", Input = input });
            if (decision is not null)
            {
                var token = await asked.Task;

                // The function's answer is an event of its own; the decision comes after it.
                while (!(await Executions.GetHistoryAsync(started.ExecutionArn, reverse: true, 1, cursor: null)).Items[0].Type.ToString().Equals("TaskSubmitted", StringComparison.Ordinal))
                {
                    await Task.Yield();
                }

                await Executions.SendTaskSuccessAsync(token, Json.Parse(decision));
            }

            return await Executions.WaitForEndAsync(started.ExecutionArn);
        }

        public ValueTask DisposeAsync() => world.DisposeAsync();
    }
}
