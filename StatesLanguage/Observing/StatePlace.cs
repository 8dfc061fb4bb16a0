namespace TaskOrchestration.StatesLanguage.Observing;

/// <summary>A branch or an iteration, on the way from the machine to a state.</summary>
/// <param name="StateName">The Parallel or Map it belongs to.</param>
/// <param name="Index">Its number, from 0.</param>
/// <param name="IsIteration">Whether it is an iteration of a Map; otherwise it is a branch of a Parallel.</param>
public sealed record StatePlace(string StateName, int Index, bool IsIteration);
