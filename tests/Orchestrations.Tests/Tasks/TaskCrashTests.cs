using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Tasks;

/// <summary>The process is killed at every store write and every call of the engine; afterwards no task contradicts its execution.</summary>
public sealed class TaskCrashTests
{
    /// <summary>More calls than any of the courses makes, those among them that are made again because another thread has saved in between; a kill that is never reached lets the course run to its end.</summary>
    private const int MostCalls = 28;

    /// <summary>What people do, each with what they do when the call fails under them: nothing, the process is dead.</summary>
    private static readonly (string Name, Func<TaskWorld, Task> Do)[] Courses =
    [
        ("an order that is approved", ApproveAsync),
        ("an order that is rejected and tried again", RejectAndRetryAsync),
        ("an order that is called off while it waits and tried again", CancelAndRetryAsync),
        ("a purchase that is declined and tried again", DeclineAndRetryAsync),
    ];

    public static TheoryData<int, int, bool> Kills()
    {
        var kills = new TheoryData<int, int, bool>();
        for (var course = 0; course < Courses.Length; course++)
        {
            for (var at = 1; at <= MostCalls; at++)
            {
                kills.Add(course, at, true);
                kills.Add(course, at, false);
            }
        }

        return kills;
    }

    [Fact]
    public async Task Is_killed_at_all_calls_there_are()
    {
        for (var course = 0; course < Courses.Length; course++)
        {
            var kill = new KillSwitch(0, isBefore: false);
            await using var world = await TaskWorld.OpenAsync(kill: kill);

            await Courses[course].Do(world);

            Assert.InRange(kill.Calls, 6, MostCalls);
        }
    }

    [Theory]
    [MemberData(nameof(Kills))]
    public async Task Agrees_with_its_execution_after_a_kill_at_any_call(int course, int at, bool isBefore)
    {
        await using var world = await TaskWorld.OpenAsync(kill: new KillSwitch(at, isBefore));
        await RunAsync(world, course);

        await world.RestartAsync();
        await world.Service<ITaskReconciler>().ReconcileAsync();

        await AgreeAsync(world);
    }

    [Fact]
    public void Agrees_with_its_execution_after_kills_at_several_calls() => Prop.ForAll(
        (from course in Gen.Choose(0, Courses.Length - 1)
         from kills in Gen.Zip(Gen.Choose(1, MostCalls), ArbMap.Default.GeneratorFor<bool>()).ListOf(3)
         select (course, kills)).ToArbitrary(),
        drawn => KilledSeveralTimesAsync(drawn.course, [.. drawn.kills]).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(10)));

    private static async Task KilledSeveralTimesAsync(int course, IReadOnlyList<(int At, bool IsBefore)> kills)
    {
        await using var world = await TaskWorld.OpenAsync(kill: new KillSwitch(kills[0].At, kills[0].IsBefore));
        foreach (var (at, isBefore) in kills.Skip(1))
        {
            await RunAsync(world, course);
            await world.RestartAsync(new KillSwitch(at, isBefore));
        }

        await RunAsync(world, course);
        await world.RestartAsync();
        await world.Service<ITaskReconciler>().ReconcileAsync();
        await AgreeAsync(world);
    }

    private static async Task RunAsync(TaskWorld world, int course)
    {
        try
        {
            await Courses[course].Do(world);
        }
        catch (KilledException)
        {
            return;
        }
        catch (TaskRefusedException)
        {
            // An earlier life of the process has done it already.
            return;
        }
    }

    /// <summary>Every task says what its execution says; when executions wait for nobody but us, that is soon so, and it stays so.</summary>
    private static async Task AgreeAsync(TaskWorld world)
    {
        foreach (var known in (await world.Store.ListAsync(new TaskQuery(), 100, cursor: null)).Tasks)
        {
            var settled = await ReconciledAsync(world, known.TaskId);
            Assert.Equal(0, await world.Service<ITaskReconciler>().ReconcileAsync());
            var task = (await world.Store.FindAsync(known.TaskId))!;
            var execution = await world.Engine.Executions.DescribeAsync(task.ExecutionArn!);
            Assert.Equal(settled, task);
            Assert.Equal(Expected(execution.Summary.Status), task.Status == TrackedStatus.Waiting ? TrackedStatus.Running : task.Status);
            Assert.Equal(task.Status == TrackedStatus.Waiting, task.DecisionToken is not null);
            Assert.Equal(task.Status == TrackedStatus.Succeeded, task.Result is not null);
            Assert.Equal(AttemptName.Of(task.TaskId, task.Attempt), execution.Summary.Name);
            if (task.Status != TrackedStatus.Waiting && await world.OrderOfAsync(task) is { } order)
            {
                Assert.Contains(order.Status, new[] { OrderStatus.Confirmed, OrderStatus.Cancelled, OrderStatus.Refunded });
            }

            if (task.Status == TrackedStatus.Succeeded && task.Kind == TaskKind.Order)
            {
                Assert.Single(await world.Blobs.VersionsAsync(TaskFiles.AttachmentPath(task.TaskId, "confirmation.html")));
            }
        }
    }

    /// <summary>The task once nothing is left to do for it but for people; by the reconciler alone.</summary>
    private static async Task<TrackedTask> ReconciledAsync(TaskWorld world, string taskId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            await world.Service<ITaskReconciler>().ReconcileAsync(patience.Token);
            var task = (await world.Store.FindAsync(taskId, patience.Token))!;
            if (TaskTransitions.IsEnd(task.Status) || task.Status == TrackedStatus.Waiting)
            {
                return task;
            }

            await Task.Delay(1);
        }
    }

    private static TrackedStatus Expected(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => TrackedStatus.Running,
        ExecutionStatus.Succeeded => TrackedStatus.Succeeded,
        ExecutionStatus.Aborted => TrackedStatus.Cancelled,
        _ => TrackedStatus.Failed,
    };

    private static async Task<TrackedTask> WaitingAsync(TaskWorld world)
    {
        var task = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order("2000.00", "O-1"), "key"));
        return await world.UntilAsync(task.TaskId, found => TaskTransitions.IsEnd(found.Status) || found.Status == TrackedStatus.Waiting);
    }

    private static async Task ApproveAsync(TaskWorld world)
    {
        var task = await WaitingAsync(world);
        await world.Tasks.ApproveAsync(task.TaskId, note: null, "boss");
        await world.EndAsync(task.TaskId);
    }

    private static async Task RejectAndRetryAsync(TaskWorld world)
    {
        var task = await WaitingAsync(world);
        await world.Tasks.RejectAsync(task.TaskId, note: null, "boss");
        await world.EndAsync(task.TaskId);
        await world.Tasks.RetryAsync(task.TaskId, "op");
        await world.UntilAsync(task.TaskId, TrackedStatus.Waiting);
    }

    private static async Task CancelAndRetryAsync(TaskWorld world)
    {
        var task = await WaitingAsync(world);
        await world.Tasks.CancelAsync(task.TaskId, "not now", "ann");
        await world.Tasks.RetryAsync(task.TaskId, "op");
        await world.UntilAsync(task.TaskId, TrackedStatus.Waiting);
        await world.Tasks.ApproveAsync(task.TaskId, note: null, "boss");
        await world.EndAsync(task.TaskId);
    }

    private static async Task DeclineAndRetryAsync(TaskWorld world)
    {
        var input = (JsonObject)Json.Parse("""{"TransactionId":"T-1","AccountId":"A-1","Amount":10.00,"Currency":"EUR","PaymentMethod":"DECLINED"}""");
        var task = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Purchase, input, "key"));
        await world.EndAsync(task.TaskId);
        await world.Tasks.RetryAsync(task.TaskId, "op");
        await world.EndAsync(task.TaskId);
    }
}
