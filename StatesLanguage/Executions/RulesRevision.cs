namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>The revisions of the rules by which facts become state. A journal keeps the revision it began with.</summary>
public static class RulesRevision
{
    /// <summary>The revision that new executions begin with. From 2 on the names of visits and Map Runs follow from their places (<see cref="VisitNames"/>), from 3 on an activity's task is scheduled by a fact of its own (<see cref="WorkerTask"/>).</summary>
    public const int Current = 3;
}
