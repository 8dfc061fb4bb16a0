using System.ComponentModel;

namespace TaskOrchestration.Api.Schedules;

/// <summary>A page of firings, the latest due time first.</summary>
internal sealed record FiringPage
{
    public required IReadOnlyList<FiringView> Items { get; init; }

    [Description("The cursor of the next page, if there is one.")]
    public string? Next { get; init; }
}
