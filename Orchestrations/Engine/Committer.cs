using System.Diagnostics;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Makes one group after another durable, on a thread of its own, and then lets happen what follows from it.</summary>
/// <remarks>Fail-stop: after a commit that failed nothing more is committed, nothing of that group or a later one is answered or carried out.</remarks>
internal sealed class Committer(IJournal journal, Inbox inbox, Aftermath aftermath, StatusSubscriptions subscriptions, Action<PendingEffect> carryOut)
{
    private readonly object gate = new();
    private readonly Stack<Group> spare = new();
    private Group? waiting;
    private bool isNudgeWanted;
    private bool isClosed;
    private bool isWorking;
    private long lastNumber;
    private long lastCommitted;
    private Exception? failure;

    /// <summary>The number of the last group that is durable.</summary>
    public long LastCommitted => Volatile.Read(ref lastCommitted);

    /// <summary>Whether something is being committed, or what follows from it carried out.</summary>
    public bool HasWork
    {
        get
        {
            lock (gate)
            {
                return failure is null && (isWorking || waiting is not null);
            }
        }
    }

    /// <summary>How many flushes to disk there have been.</summary>
    public long Flushes { get; private set; }

    /// <summary>How many facts are durable since it began.</summary>
    public long Facts { get; private set; }

    /// <summary>Commits groups until it is closed or a commit fails.</summary>
    /// <exception cref="JournalException">A commit failed.</exception>
    public void Run()
    {
        while (Take() is { } group)
        {
            try
            {
                Commit(group.Journal);
            }
            catch (Exception e)
            {
                Fail(group, e);
                throw;
            }

            Volatile.Write(ref lastCommitted, group.Number);
            BecomeIdle();
            foreach (var answer in group.Answers)
            {
                answer.Committed(aftermath);
            }

            foreach (var effect in group.Effects)
            {
                carryOut(effect);
            }

            aftermath.Begin();
            foreach (var pending in group.Observations)
            {
                pending.Execution.Tell(pending.Observation);
            }

            foreach (var change in group.Journal.StatusChanges)
            {
                subscriptions.Ring(change.ExecutionArn);
            }

            Recycle(group);
        }
    }

    /// <summary>An empty group with the next number.</summary>
    public Group NextGroup()
    {
        lock (gate)
        {
            var group = spare.TryPop(out var used) ? used : new Group();
            group.Number = ++lastNumber;
            return group;
        }
    }

    /// <summary>Whether a group can be handed over at once.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
            {
                return waiting is null;
            }
        }
    }

    /// <summary>Whether a group can be handed over at once; if not, the inbox is nudged when it can.</summary>
    public bool IsIdleOrNudges()
    {
        lock (gate)
        {
            isNudgeWanted = waiting is not null && failure is null;
            return !isNudgeWanted;
        }
    }

    /// <summary>Waits until a group can be handed over.</summary>
    public void WaitUntilIdle()
    {
        lock (gate)
        {
            while (waiting is not null && failure is null)
            {
                Monitor.Wait(gate);
            }
        }
    }

    /// <summary>Hands a group over. The committer is idle.</summary>
    public void Commit(Group group)
    {
        lock (gate)
        {
            if (failure is not null)
            {
                Abandon(group, failure);
                return;
            }

            waiting = group;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Ends <see cref="Run"/> when all that was handed over is committed.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.PulseAll(gate);
        }
    }

    private Group? Take()
    {
        lock (gate)
        {
            isWorking = false;
            while (waiting is null && !isClosed)
            {
                Monitor.Wait(gate);
            }

            isWorking = waiting is not null;
            return waiting;
        }
    }

    private void Commit(JournalGroup group)
    {
        if (group.Rows.Count > 0)
        {
            var began = Stopwatch.GetTimestamp();
            journal.Commit(group);
            EngineInstruments.Committed(began, group.Rows.Count);
            Flushes++;
            Facts += group.Rows.Count;
        }
    }

    private void BecomeIdle()
    {
        bool nudge;
        lock (gate)
        {
            waiting = null;
            nudge = isNudgeWanted;
            isNudgeWanted = false;
            Monitor.PulseAll(gate);
        }

        if (nudge)
        {
            inbox.Nudge();
        }
    }

    private void Fail(Group group, Exception e)
    {
        lock (gate)
        {
            failure = Unavailability.Because(e);
            Monitor.PulseAll(gate);
        }

        Abandon(group, failure);
    }

    private static void Abandon(Group group, Exception reason)
    {
        foreach (var answer in group.Answers)
        {
            answer.Abandoned(reason);
        }
    }

    private void Recycle(Group group)
    {
        group.Clear();
        lock (gate)
        {
            spare.Push(group);
        }
    }
}
