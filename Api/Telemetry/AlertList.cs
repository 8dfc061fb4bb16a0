namespace TaskOrchestration.Api.Telemetry;

/// <summary>The alert rules.</summary>
internal sealed record AlertList
{
    /// <summary>The rules.</summary>
    public required IReadOnlyList<AlertView> Items { get; init; }
}
