using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using Answer = TaskOrchestration.Support.Answer;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

/// <summary>A Map Run in virtual time: its children are simulations too, one after the other, and for the execution that asked for them no time passes.</summary>
internal sealed class SimulatedMapRun(StateMachine machine, DateTimeOffset now, IBlobStore blobs, Func<TaskRequest, Answer> answer, Func<Json, bool> isStopped)
{
    private readonly MapRunAdvancing advancing = new(new MemoryMapRunStore(), blobs, new ManualTimeProvider(now));

    /// <summary>The children, in the order in which they ran.</summary>
    public List<Simulation> Children { get; } = [];

    /// <summary>Runs it to its end.</summary>
    public async Task<TaskOutcome> RunAsync(TaskRequest task)
    {
        var request = MapRunRequest.Of(task);
        var map = ChildMachine.Map(machine, request.StateName)!;
        var run = await advancing.OpenAsync(task, map);
        var turn = await advancing.AdvanceAsync(run, [], bound: 1);
        while (!turn.Run.IsSettled)
        {
            var ended = turn.Begun.Select(child => Run(ChildMachine.Of(machine, map), ChildStart.Of(task, request, new ChildInput(child.Index, child.Input, child.ItemCount)), child.Index)).ToList();
            turn = await advancing.AdvanceAsync(turn.Run, ended, bound: 1);
        }

        return MapRunAdvancing.OutcomeOf(turn.Run.Status == MapRunStatus.Running ? await advancing.ConcludeAsync(turn.Run, task.Execution.Limits) : turn.Run);
    }

    private ChildEnd Run(StateMachine childMachine, ExecutionStart start, long index)
    {
        var child = new Simulation(childMachine, start, now, answer);
        if (isStopped(start.Input))
        {
            child.Give(new Fact.Stopped(now, new Failure(Error: null, Cause: null)));
        }

        child.ToTheEnd();
        Children.Add(child);
        return new ChildEnd
        {
            Index = index,
            Status = child.Execution.Status,
            Output = child.Execution.Output,
            Failure = child.Execution.Failure,
            StartedAt = now,
            StoppedAt = child.Now,
        };
    }
}
