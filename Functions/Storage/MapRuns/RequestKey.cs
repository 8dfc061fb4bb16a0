namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>Where the request of a Map Run is.</summary>
/// <param name="Digest">Of its text.</param>
/// <param name="Pieces">In how many rows it is.</param>
internal sealed record RequestKey(string Digest, int Pieces);
