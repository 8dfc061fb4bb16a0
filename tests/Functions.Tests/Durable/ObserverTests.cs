using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Durable;

public sealed class ObserverTests
{
    private const string OneTask = """{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true}}}""";

    [Fact]
    public async Task Learns_how_tasks_get_on_and_of_the_end_with_the_whole_history()
    {
        var observer = new Witness();
        var world = new DurableWorld(new ScriptedRouter(), observers: [observer]);
        await world.Machines.TryAddAsync(new StateMachineRecord
        {
            Arn = Simulation.Start(Json.Null).StateMachineArn,
            Name = "Machine",
            Type = StateMachineType.Standard,
            Definition = OneTask,
            RoleArn = "arn:aws:iam::123456789012:role/Role",
            CreationDate = Simulation.Beginning,
            UpdateDate = Simulation.Beginning,
        });

        var ended = await world.RunAsync(OneTask, """{"a":1}""");

        Assert.Equal(
            [TaskPhase.Scheduled, TaskPhase.Started, TaskPhase.Succeeded],
            observer.Seen.SelectMany(seen => seen.Progress).Select(progress => progress.Phase));
        Assert.Equal([ExecutionStatus.Running, ExecutionStatus.Succeeded], observer.Seen.Select(seen => seen.Status));
        Assert.Equal(await world.HistoryAsync(ended), observer.Seen[^1].Events);
        Assert.Equal("""{"a":1}""", observer.Seen[^1].Start.Input.ToString());
    }

    [Fact]
    public async Task An_express_execution_runs_in_one_activity_and_is_seen()
    {
        var observer = new Witness();
        var world = new DurableWorld(new ScriptedRouter(), observers: [observer]);
        var start = Simulation.Start(Json.Parse("""{"a":1}"""), ExecutionLimits.Express);

        await world.Hub.Client.ScheduleNewOrchestrationInstanceAsync(
            OrchestratorNames.ExpressExecution, new ExpressInput(OneTask, start).Text, new Microsoft.DurableTask.StartOrchestrationOptions("express"));
        await world.Hub.RunToTheEndAsync();

        Assert.Equal(1, world.Hub.CountsOf("express")!.Activities);
        Assert.Equal((ExecutionStatus.Succeeded, StateMachineType.Express), (observer.Seen[^1].Status, observer.Seen[^1].Type));
    }

    private sealed class Witness : IExecutionObserver
    {
        public List<ExecutionObservation> Seen { get; } = [];

        public bool WantsHistory(ExecutionStart start) => true;

        public bool WantsProgress(ExecutionStart start) => true;

        public void Observe(ExecutionObservation observation) => Seen.Add(observation);
    }
}
