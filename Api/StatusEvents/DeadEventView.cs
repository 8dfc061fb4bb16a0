using System.ComponentModel;
using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Api.StatusEvents;

/// <summary>An event that was given up.</summary>
[DisplayName("DeadEvent")]
internal sealed record DeadEventView
{
    [Description("Names it here.")]
    public required string Id { get; init; }

    [Description("The id of the event itself.")]
    public required string EventId { get; init; }

    [Description("The execution.")]
    public required string ExecutionArn { get; init; }

    [Description("What it became.")]
    public required string Status { get; init; }

    [Description("How often it had been redriven.")]
    public required int RedriveCount { get; init; }

    [Description("When that was.")]
    public required DateTimeOffset At { get; init; }

    [Description("How often delivery was tried.")]
    public required int Attempts { get; init; }

    [Description("When it was given up.")]
    public required DateTimeOffset GivenUpAt { get; init; }

    [Description("What was wrong at last.")]
    public required string Reason { get; init; }

    public static DeadEventView Of(DeadEvent dead) => new()
    {
        Id = dead.Place,
        EventId = dead.Change.EventId,
        ExecutionArn = dead.Change.ExecutionArn,
        Status = dead.Change.Status.InWordsOfAws(),
        RedriveCount = dead.Change.RedriveCount,
        At = dead.Change.At,
        Attempts = dead.Attempts,
        GivenUpAt = dead.DiedAt,
        Reason = dead.Reason,
    };
}
