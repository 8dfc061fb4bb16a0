using Moq;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.Orchestrations.Tests.Tasks;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

public class WorkflowTargetTests
{
    private readonly Mock<IExecutionService> executions = new();

    [Fact]
    public async Task An_execution_that_is_there_already_is_the_firings_own()
    {
        Answering(new RefusedException(Refusal.ExecutionAlreadyExists, "there"));

        Assert.Equal(new LaunchedFiring("arn:aws:states:us-east-1:123456789012:execution:M:s-1"), await Target().LaunchAsync(Firing("M")));
    }

    [Fact]
    public async Task An_engine_that_cannot_just_now_may_be_able_to_later()
    {
        Answering(new RefusedException(Refusal.Unavailable, "stopping"));

        Assert.Equal(Refusal.Unavailable, (await Assert.ThrowsAsync<RefusedException>(() => Target().LaunchAsync(Firing("M")).AsTask())).Refusal);
    }

    [Fact]
    public async Task A_machine_that_does_not_exist_cannot_be_started_ever()
    {
        Answering(new RefusedException(Refusal.StateMachineDoesNotExist, "no such machine"));

        Assert.Equal("no such machine", (await Assert.ThrowsAsync<FiringRefusedException>(() => Target().LaunchAsync(Firing("M")).AsTask())).Message);
    }

    [Fact]
    public async Task A_batch_is_a_task_and_is_submitted_once()
    {
        await using var world = await TaskWorld.OpenAsync();
        var target = new WorkflowTarget(world.Engine.Executions, world.Engine.Catalog, world.Tasks);

        var first = await target.LaunchAsync(Firing("SettlementBatch"));
        await world.EndAsync(first.TaskId!);
        await world.RestartAsync();
        var again = await new WorkflowTarget(world.Engine.Executions, world.Engine.Catalog, world.Tasks).LaunchAsync(Firing("SettlementBatch"));
        var tasks = await world.Tasks.ListAsync(new TaskQuery(), 10, cursor: null);

        Assert.Equal(first, again);
        Assert.Equal((first.TaskId, TaskKind.Batch, WorkflowTarget.TaskOwner), (tasks.Tasks.Single().TaskId, tasks.Tasks.Single().Kind, tasks.Tasks.Single().Owner));
        Assert.Null(TaskRules.OwnerProblem(WorkflowTarget.TaskOwner));
    }

    [Fact]
    public async Task A_task_without_an_execution_is_launched_another_time()
    {
        var tasks = new Mock<ITaskService>();
        await using var world = await TaskWorld.OpenAsync();
        var kept = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order()));
        tasks.Setup(t => t.SubmitAsync(It.IsAny<TaskSubmission>(), It.IsAny<CancellationToken>())).ReturnsAsync(kept with { ExecutionArn = null });

        await Assert.ThrowsAsync<InvalidOperationException>(() => Target(tasks.Object).LaunchAsync(Firing("RetentionSweep")).AsTask());
    }

    [Fact]
    public async Task What_nobody_knows_any_more_does_not_run()
    {
        executions.Setup(e => e.DescribeAsync("gone", It.IsAny<CancellationToken>())).ThrowsAsync(new RefusedException(Refusal.ExecutionDoesNotExist, "gone"));
        executions.Setup(e => e.WaitForEndAsync("gone", It.IsAny<CancellationToken>())).ThrowsAsync(new RefusedException(Refusal.ExecutionDoesNotExist, "gone"));

        Assert.False(await Target().IsRunningAsync("gone"));
        await Target().WaitForEndAsync("gone");
    }

    private static Firing Firing(string machine) =>
        new() { Schedule = "s", Id = "s-1", Due = Simulation.Beginning, Status = FiringStatus.Starting, StateMachine = machine };

    private void Answering(Exception refusal) =>
        executions.Setup(e => e.StartAsync(It.Is<StartRequest>(request => request.Name == "s-1"), It.IsAny<CancellationToken>())).ThrowsAsync(refusal);

    private WorkflowTarget Target(ITaskService? tasks = null) =>
        new(executions.Object, new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), TimeProvider.System), tasks);
}
