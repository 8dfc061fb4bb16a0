using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Durable.MapRuns;

/// <summary>A Map Run with all that its children are born from.</summary>
/// <param name="Run">The Map Run.</param>
/// <param name="Task">The task that asked for it, as far as it matters to children.</param>
/// <param name="Map">The Map.</param>
/// <param name="Machine">The machine of the children.</param>
/// <param name="Revision">The revision of the machine that the Map is part of.</param>
internal sealed record MapRunScene(MapRun Run, TaskRequest Task, MapState Map, StateMachine Machine, long Revision)
{
    /// <summary>The scene of a Map Run, put together from what is on record.</summary>
    public static async Task<MapRunScene> OfAsync(MapRun run, MapRunInput input, ExecutionRecord parent, ParsedMachines machines, CancellationToken cancellationToken)
    {
        var whole = await machines.FindAsync(parent.Revision, cancellationToken);
        var map = ChildMachine.Map(whole, run.Request.StateName)
            ?? throw new InvalidOperationException($"expected a Map '{run.Request.StateName}' in the machine of {parent.Start.ExecutionArn}, found none");
        var task = new TaskRequest
        {
            Execution = parent.Start,
            Task = input.Task,
            Visit = input.Task,
            StateName = run.Request.StateName,
            Resource = new TaskResource.MapRun(),
            Input = (run.Request with { RedriveCount = input.Address.RedriveCount }).ToJson(),
            RetryCount = 0,
        };
        return new MapRunScene(run, task, map, ChildMachine.Of(whole, map), parent.Revision);
    }

    /// <summary>The ARN of a child.</summary>
    public string ArnOf(MapRunChild child) => MapRunArn.Parse(Run.Arn).ChildArn(ChildStart.Name(Run.Arn, child.Index));

    /// <summary>What a child begins with.</summary>
    public ExecutionStart StartOf(MapRunChild child) => ChildStart.Of(Task, Run.Request, new ChildInput(child.Index, child.Input, child.ItemCount));

    /// <summary>A STANDARD child that is to begin.</summary>
    public ExecutionRecord RecordOf(MapRunChild child, DateTimeOffset at) => new()
    {
        Start = StartOf(child),
        Revision = Revision,
        StartDate = at,
        Child = new ChildEntry(Run.Arn, Run.Request.StateName, child.ItemCount),
    };
}
