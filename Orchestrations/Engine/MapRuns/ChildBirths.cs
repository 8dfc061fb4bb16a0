using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine.MapRuns;

/// <summary>What the children of one Map Run begin with.</summary>
/// <param name="Task">The task that asks for the Map Run.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="Machine">The machine of the children.</param>
/// <param name="Revision">The revision of the machine that the Map is part of.</param>
internal sealed record ChildBirths(TaskRequest Task, MapRunRequest Request, StateMachine Machine, long Revision)
{
    /// <summary>The ARN of a child.</summary>
    public string ArnOf(long index) => MapRunArn.Parse(Request.MapRunArn).ChildArn(ChildStart.Name(Request.MapRunArn, index));

    /// <summary>What a child begins with.</summary>
    public ExecutionStart Start(MapRunChild child) => ChildStart.Of(Task, Request, new ChildInput(child.Index, child.Input, child.ItemCount));

    /// <summary>A child that is to begin.</summary>
    public Birth Of(MapRunChild child, DateTimeOffset at) =>
        new(Start(child), at, Machine, Revision, new ChildEntry(Request.MapRunArn, Request.StateName, child.ItemCount));
}
