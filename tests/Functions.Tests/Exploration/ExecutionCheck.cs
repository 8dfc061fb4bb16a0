using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>What must hold for every execution of a course in the end, and for the children of its Map Runs.</summary>
internal sealed class ExecutionCheck(Demand demand, ExecutionWorld world, RandomTasks tasks, Passerby passerby)
{
    private readonly RecordCheck records = new(demand, world);
    private readonly MapRunCheck mapRuns = new(demand, world);

    /// <summary>Checks an execution and all that came of it.</summary>
    /// <returns>How many executions there were.</returns>
    public async Task<int> CheckAsync(string executionArn, StateMachine machine)
    {
        CheckTasks(executionArn, machine, await records.CheckAsync(executionArn, machine));
        var count = 1;
        foreach (var run in await mapRuns.RunsOfAsync(executionArn))
        {
            await mapRuns.CheckAsync(run);
            var childMachine = ChildMachine.Of(machine, ChildMachine.Map(machine, run.Request.StateName)!);
            foreach (var child in await mapRuns.ChildrenOfAsync(run))
            {
                count += await CheckAsync(child.Start.ExecutionArn, childMachine);
            }
        }

        return count;
    }

    private void CheckTasks(string executionArn, StateMachine machine, IReadOnlyList<Fact> facts)
    {
        var answers = passerby.Answers.Where(answer => answer.ExecutionArn == executionArn).Select(answer => TaskFacts.TaskOf(answer.Fact)).ToList();
        var execution = new Execution(machine);
        var asked = new Dictionary<long, TaskRequest>();
        var dropped = new HashSet<long>();
        foreach (var fact in facts)
        {
            var effects = new List<Effect>();
            execution.Apply(fact, effects);
            foreach (var invoke in effects.OfType<Effect.InvokeTask>())
            {
                asked.Add(invoke.Request.Task, invoke.Request);
            }

            dropped.UnionWith(effects.OfType<Effect.CancelTask>().Select(cancel => cancel.Task));
            dropped.UnionWith(fact is Fact.TimerFired ? answers.Where(task => execution.PendingTask(task) is null) : []);
        }

        CheckAnswers(answers, facts, dropped);

        // Whatever came of a task, it was asked of the router, as often as need be. A Map Run is the driver's own.
        foreach (var request in facts.OfType<Fact.TaskSucceeded>().Select(fact => asked[fact.Task]).Where(request => request.Resource is not TaskResource.MapRun))
        {
            demand.That(tasks.Calls.Contains(request.IdempotencyToken), $"task {request.Task}, which succeeded, to have been done");
        }
    }

    /// <summary>An answer that was taken is in the journal, unless the task had come to its end otherwise by then.</summary>
    private void CheckAnswers(List<long> answers, IReadOnlyList<Fact> facts, HashSet<long> dropped)
    {
        var outcomes = facts.Select(fact => fact switch
        {
            Fact.TaskSucceeded succeeded => succeeded.Task,
            Fact.TaskFailed failed => failed.Task,
            _ => 0,
        }).ToHashSet();
        foreach (var task in answers)
        {
            demand.That(outcomes.Contains(task) || dropped.Contains(task), $"the answer to task {task}, which was taken, to count; the facts are {string.Join("; ", facts)}");
        }
    }
}
