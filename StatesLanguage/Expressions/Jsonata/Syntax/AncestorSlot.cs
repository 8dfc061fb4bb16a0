namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>What a <c>%</c> looks for: the context of the step so many levels up, bound to a label there.</summary>
internal sealed class AncestorSlot(string label)
{
    /// <summary>The label under which the step binds its context. Two <c>%</c> that find the same step share one.</summary>
    public string Label { get; set; } = label;

    /// <summary>How many levels are still to go up; 0 once the step is found.</summary>
    public int Level { get; set; } = 1;
}
