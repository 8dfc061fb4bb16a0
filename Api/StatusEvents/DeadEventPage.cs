using System.ComponentModel;

namespace TaskOrchestration.Api.StatusEvents;

/// <summary>A page of the events that were given up, the latest first.</summary>
internal sealed record DeadEventPage
{
    public required IReadOnlyList<DeadEventView> Items { get; init; }

    [Description("The cursor of the next page, if there is one.")]
    public string? Next { get; init; }
}
