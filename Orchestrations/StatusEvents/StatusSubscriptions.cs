using System.Collections.Concurrent;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>All subscriptions. Whoever changes an execution asks here who wants to know, and rings when that is durable.</summary>
public sealed class StatusSubscriptions(IReadOnlyList<StatusSubscription> all)
{
    private readonly ConcurrentDictionary<(string StateMachineArn, ReportedStatus Status), IReadOnlyList<string>> wanted = [];

    /// <summary>Nobody: then nothing is noted.</summary>
    public static StatusSubscriptions None { get; } = new([]);

    /// <summary>The subscriptions, in their order.</summary>
    public IReadOnlyList<StatusSubscription> All { get; } = all;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => All.Count == 0;

    /// <summary>Tells that something was noted about an execution, after it is durable.</summary>
    public event EventHandler<StatusNoted>? Noted;

    /// <summary>The names of those that want to know that an execution of a machine became something.</summary>
    public IReadOnlyList<string> For(string stateMachineArn, ReportedStatus status) => IsEmpty
        ? []
        : wanted.GetOrAdd((stateMachineArn, status), asked => [.. All.Where(one => one.Wants(asked.StateMachineArn, asked.Status)).Select(one => one.Name)]);

    /// <summary>Something was noted about an execution, and is durable.</summary>
    public void Ring(string executionArn) => Noted?.Invoke(this, new StatusNoted(executionArn));
}
