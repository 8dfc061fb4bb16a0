using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>What became of a Map Run in one turn.</summary>
/// <param name="Run">The Map Run as it stands now.</param>
/// <param name="Begun">The children that are to be begun, which it counts as running already.</param>
public sealed record MapRunTurn(MapRun Run, ValueList<MapRunChild> Begun);
