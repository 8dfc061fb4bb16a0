namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>Something an orchestration has waited for.</summary>
internal abstract record Arrival
{
    private Arrival() { }

    /// <summary>A signal has come from outside.</summary>
    public sealed record Signalled(string Text) : Arrival;

    /// <summary>An activity has answered.</summary>
    public sealed record Answered(Flight Flight, string Text) : Arrival;

    /// <summary>An activity could not be carried out. That is trouble with the infrastructure, never a failure of the task.</summary>
    public sealed record Troubled(Flight Flight, string Message) : Arrival;

    /// <summary>The alarm has rung.</summary>
    public sealed record Rang(DateTimeOffset Due) : Arrival;

    /// <summary>The execution has had its turn and may have another one.</summary>
    public sealed record NextTurn : Arrival;
}
