namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>The revisions of the rules by which facts become state. A journal keeps the revision it began with.</summary>
public static class RulesRevision
{
    /// <summary>The revision that new executions begin with. From 2 on the names of visits and Map Runs follow from their places (<see cref="VisitNames"/>), from 3 on an activity's task is scheduled by a fact of its own (<see cref="WorkerTask"/>), from 4 on a Map Run takes the members of an object for its items (<see cref="MapStep"/>) and a task that cannot be begun is its state's failure (<see cref="Unstartable"/>).</summary>
    public const int Current = 4;
}
