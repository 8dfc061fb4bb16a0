namespace TaskOrchestration.StatesLanguage.States;

/// <summary>What only a Map has whose items are processed by executions of their own (<c>Mode</c> DISTRIBUTED).</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Distributed mode on AWS</seealso>
public sealed record Distribution
{
    /// <summary>How the child executions live.</summary>
    public StateMachineType ExecutionType { get; init; }

    /// <summary>What the children's machine and the Map Run are called, beside the machine's name; or null for a name that is made up.</summary>
    public string? Label { get; init; }

    /// <summary>Where the items come from, or null for <see cref="MapState.Items"/>.</summary>
    public ItemReader? ItemReader { get; init; }

    /// <summary>How items are put together, or null for one a child.</summary>
    public ItemBatcher? ItemBatcher { get; init; }

    /// <summary>Where the results go, or null for the state's output.</summary>
    public ResultWriter? ResultWriter { get; init; }
}
