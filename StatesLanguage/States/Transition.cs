namespace TaskOrchestration.StatesLanguage.States;

/// <summary>Where a state that has succeeded leads.</summary>
public abstract record Transition
{
    private Transition() { }

    /// <summary>To another state of the same graph.</summary>
    public sealed record Next(string State) : Transition;

    /// <summary>Nowhere: the graph has reached its end with this state's output.</summary>
    public sealed record End : Transition;
}
