using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>An execution that has not ended, as the engine has it in hand. Only the applier touches it, except where a member says otherwise.</summary>
internal sealed class OpenExecution(long key, string arn, StateMachine machine, Inbox inbox) : ITimerOwner
{
    private List<WatchCommand>? watchers;

    /// <summary>The key of its facts. Any thread.</summary>
    public long Key { get; } = key;

    /// <summary>Its ARN. Any thread.</summary>
    public string Arn { get; } = arn;

    /// <summary>The machine it runs.</summary>
    public StateMachine Machine { get; } = machine;

    /// <summary>Its state, or null while it rests in its journal only.</summary>
    public Execution? Execution { get; set; }

    /// <summary>How many facts it has.</summary>
    public int FactCount { get; set; }

    /// <summary>The moment of its last fact; no later fact is earlier, whatever the clock does.</summary>
    public DateTimeOffset LastFactAt { get; set; }

    /// <summary>The number of the last group that holds something of it.</summary>
    public long LastGroup { get; set; }

    /// <summary>Whether it has ended, durably or not yet.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Who is told what happens to it; null until they have been asked, or if there are none.</summary>
    public ObservedExecution? Observed { get; set; }

    /// <summary>Who wants to know when it has ended.</summary>
    public IReadOnlyList<WatchCommand> Watchers => watchers ?? [];

    /// <summary>Its neighbours among those in memory, by how lately something happened to them.</summary>
    public LinkedListNode<OpenExecution>? Place { get; set; }

    /// <summary>Has a watcher told when it has ended.</summary>
    public void Watch(WatchCommand watcher) => (watchers ??= []).Add(watcher);

    /// <inheritdoc/>
    public void OnTimer(long timer, DateTimeOffset at) => inbox.Post(new Delivery(this, new Fact.TimerFired(at, timer)));
}
