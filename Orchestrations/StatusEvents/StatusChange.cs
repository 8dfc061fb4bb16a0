using System.Globalization;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>That an execution became something, for one subscription: what is noted in the moment it happens. The event is made of it when it is delivered.</summary>
public sealed record StatusChange
{
    /// <summary>The name of the subscription.</summary>
    public required string Subscription { get; init; }

    /// <summary>The execution.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>What it became.</summary>
    public required ReportedStatus Status { get; init; }

    /// <summary>How often it had been redriven in this run; of one whose redrive is pending, with that redrive.</summary>
    public int RedriveCount { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it ended, where it did not succeed. A redrive makes the execution itself forget it.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The id of the event: the same for every attempt and every subscription.</summary>
    public string EventId => Digest.IdOf(string.Create(CultureInfo.InvariantCulture, $"status event {ExecutionArn} {RedriveCount} {Status}"));

    /// <summary>The changes of one execution, one for each subscription that wants it.</summary>
    public static IEnumerable<StatusChange> For(
        IReadOnlyList<string> subscriptions, string executionArn, ReportedStatus status, int redriveCount, DateTimeOffset at, Failure? failure = null) => subscriptions.Select(
        subscription => new StatusChange { Subscription = subscription, ExecutionArn = executionArn, Status = status, RedriveCount = redriveCount, At = at, Failure = failure });
}
