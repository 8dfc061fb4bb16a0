namespace TaskOrchestration.Functions.Hosting;

/// <summary>Something that is looked after every minute or so, by one instance at a time. It may come late, twice, or be cut short, and leaves nothing half done for that.</summary>
/// <param name="Name">What it is, for the log.</param>
/// <param name="RunAsync">Does it, as of a moment.</param>
public sealed record UpkeepPart(string Name, Func<DateTimeOffset, CancellationToken, ValueTask> RunAsync);
