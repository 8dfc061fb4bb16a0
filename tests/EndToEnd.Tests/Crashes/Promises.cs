using System.Collections.Concurrent;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>What servers have said before they were killed.</summary>
public sealed class Promises
{
    /// <summary>The executions whose start was answered with 200.</summary>
    public ConcurrentQueue<string> Started { get; } = [];

    /// <summary>The tokens whose use was answered with 200.</summary>
    public ConcurrentQueue<string> Used { get; } = [];

    /// <summary>The tokens that were sent with no answer: they may have been used or not.</summary>
    public ConcurrentDictionary<string, bool> Unanswered { get; } = [];
}
