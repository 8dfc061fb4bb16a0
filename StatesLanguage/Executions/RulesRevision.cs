namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>The revisions of the rules by which facts become state. A journal keeps the revision it began with.</summary>
public static class RulesRevision
{
    /// <summary>The revision that new executions begin with. From 2 on the names of visits and Map Runs follow from their places (<see cref="VisitNames"/>).</summary>
    public const int Current = 2;
}
