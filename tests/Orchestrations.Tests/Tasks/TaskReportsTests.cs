using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Tasks;

public sealed class TaskReportsTests
{
    [Fact]
    public async Task Takes_a_report_down_once_under_its_token_and_none_of_a_run_that_is_over()
    {
        await using var world = await TaskWorld.OpenAsync();
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order("2000.00")));
        var waiting = await world.UntilAsync(submitted.TaskId, TrackedStatus.Waiting);
        var reports = world.Service<ITaskReports>();
        var report = new TaskReport { ExecutionName = waiting.TaskId, StateName = "Other", Token = "t-1", SubjectId = "O-9" };

        await reports.ReportAsync(report);
        var once = await world.Store.FindAsync(waiting.TaskId);
        await reports.ReportAsync(report);
        await reports.ReportAsync(report with { ExecutionName = $"{waiting.TaskId}-2", Token = "t-2", StateName = "Third" });
        await reports.ReportAsync(report with { ExecutionName = "somebody-else's", Token = "t-3" });
        var twice = await world.Store.FindAsync(waiting.TaskId);

        Assert.Equal((TrackedStatus.Running, "Other", "O-9", "workflow:Other"), (once!.Status, once.Step, once.SubjectId, once.History[^1].By));
        Assert.Equal(once, twice);
    }

    [Fact]
    public async Task Asks_nobody_about_an_execution_whose_name_is_no_tasks()
    {
        var reports = new RefusingReports();
        var router = new ReportingTaskRouter(new EchoRouter(), reports, NullLogger<ReportingTaskRouter>.Instance);

        Assert.IsType<TaskOutcome.Succeeded>(await router.InvokeAsync(Call("my-execution"), CancellationToken.None));
        Assert.Equal(0, reports.Calls);

        // And what cannot be taken down does not keep a task's step from its work.
        Assert.IsType<TaskOutcome.Succeeded>(await router.InvokeAsync(Call(TaskIds.From("x")), CancellationToken.None));
        Assert.Equal(1, reports.Calls);
    }

    private static TaskCall Call(string name)
    {
        var start = new ExecutionStart
        {
            ExecutionArn = $"arn:aws:states:us-east-1:123456789012:execution:m:{name}",
            Name = name,
            StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:m",
            StateMachineName = "m",
            RoleArn = TaskWorld.Role,
            Input = JsonObject.Empty,
            Seed = new string('0', 64),
        };
        return new TaskCall
        {
            Execution = start,
            Request = new TaskRequest { Execution = start, Task = 1, Visit = 1, StateName = "S", Resource = TaskResource.Parse("f"), Input = JsonObject.Empty, RetryCount = 0 },
            HeartbeatAsync = () => ValueTask.CompletedTask,
        };
    }

    private sealed class EchoRouter : ITaskRouter
    {
        public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken) => new(new TaskOutcome.Succeeded(call.Request.Input));
    }

    private sealed class RefusingReports : ITaskReports
    {
        public int Calls { get; private set; }

        public ValueTask ReportAsync(TaskReport report, CancellationToken cancellationToken = default)
        {
            Calls++;
            throw new InvalidOperationException("The store is out of reach.");
        }
    }
}
