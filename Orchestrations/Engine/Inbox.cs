namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>What has arrived for the applier. Many write, one reads.</summary>
/// <remarks>
/// Unbounded in itself, and bounded by what is in flight: starts wait for a place before they come here (<see cref="EngineOptions.PendingStarts"/>), and
/// all else answers something the engine has asked for. So no task that has done its work ever waits behind a crowd of starts for a place.
/// </remarks>
internal sealed class Inbox
{
    /// <summary>So many commands are applied while a commit runs; fewer can wait for its end, a wake-up costs more than they do.</summary>
    private const int WorthWakingFor = 32;

    private readonly object gate = new();
    private List<Command> arrived = [];
    private int wakeAt = 1;
    private bool isReaderWaiting;
    private bool isNudged;
    private Exception? closed;

    /// <summary>How many commands wait to be read.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return arrived.Count;
            }
        }
    }

    /// <summary>Why it takes no commands; only after <see cref="Close"/>.</summary>
    public Exception ClosedBecause => closed ?? throw new InvalidOperationException("the inbox is open");

    /// <summary>Whether something has arrived, or what has arrived is being applied.</summary>
    public bool HasWork
    {
        get
        {
            lock (gate)
            {
                return closed is null && (arrived.Count > 0 || !isReaderWaiting || isNudged);
            }
        }
    }

    /// <summary>Hands a command over; after <see cref="Close"/> it is abandoned at once.</summary>
    public void Post(Command command)
    {
        lock (gate)
        {
            if (closed is null)
            {
                arrived.Add(command);
                if (arrived.Count >= wakeAt)
                {
                    WakeReader();
                }

                return;
            }
        }

        command.Abandoned(closed);
    }

    /// <summary>Lets the reader come back without a command.</summary>
    public void Nudge()
    {
        lock (gate)
        {
            isNudged = true;
            WakeReader();
        }
    }

    /// <summary>Waits for commands or a nudge and exchanges the list of what has arrived for an empty one.</summary>
    /// <param name="taken">The empty list; then what has arrived.</param>
    /// <param name="isNudgeComing">Whether a nudge is certain to come: then it is not worth waking up for a few commands before it does.</param>
    /// <returns>False when the inbox is closed and empty.</returns>
    public bool Take(ref List<Command> taken, bool isNudgeComing)
    {
        lock (gate)
        {
            wakeAt = isNudgeComing ? WorthWakingFor : 1;
            while (arrived.Count < wakeAt && !isNudged && closed is null)
            {
                isReaderWaiting = true;
                Monitor.Wait(gate);
                isReaderWaiting = false;
            }

            isNudged = false;
            (arrived, taken) = (taken, arrived);
            return closed is null || taken.Count > 0;
        }
    }

    /// <summary>Takes no further commands; what has arrived is still to be read.</summary>
    public void Close(Exception? reason = null)
    {
        lock (gate)
        {
            closed ??= reason ?? Unavailability.OnPurpose();
            WakeReader();
        }
    }

    private void WakeReader()
    {
        if (isReaderWaiting)
        {
            Monitor.Pulse(gate);
        }
    }
}
