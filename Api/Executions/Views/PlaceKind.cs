namespace TaskOrchestration.Api.Executions.Views;

/// <summary>What a state lies in.</summary>
internal enum PlaceKind
{
    /// <summary>A branch of a Parallel.</summary>
    Branch,

    /// <summary>An iteration of a Map.</summary>
    Iteration,
}
