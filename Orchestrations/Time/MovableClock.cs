namespace TaskOrchestration.Orchestrations.Time;

/// <summary>A clock that goes as the machine's does, and can be moved forward besides. Timers that are passed over fire on the way, in order.</summary>
/// <remarks>
/// Its lead over the machine's clock is kept in the data folder, so a restart does not take time back. The lead is written down before the clock moves:
/// who is killed on the way finds the clock where it was going, and what was due in between is then overdue.
/// </remarks>
public sealed class MovableClock : TimeProvider, IDisposable
{
    /// <summary>The furthest it is moved at once.</summary>
    public static readonly TimeSpan LongestMove = TimeSpan.FromDays(400);

    /// <summary>The machine's timers reach only some weeks ahead; one further off is looked at again after a day.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly SortedSet<MovableTimer> timers = new(MovableTimer.ByDue);
    private readonly List<IClockFollower> followers = [];
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly TimeProvider machine;
    private readonly KeptLead kept;
    private readonly long origin;
    private readonly ITimer alarm;
    private TimeSpan lead;
    private long timersMade;

    private MovableClock(KeptLead kept, TimeProvider machine)
    {
        this.kept = kept;
        this.machine = machine;
        lead = kept.Read();
        origin = machine.GetTimestamp();
        alarm = machine.CreateTimer(static clock => ((MovableClock)clock!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <summary>How far it is ahead of the machine's clock.</summary>
    public TimeSpan Lead
    {
        get
        {
            lock (gate)
            {
                return lead;
            }
        }
    }

    /// <summary>Whether the clock of a data folder was ever moved: then the folder needs this clock, or time would go back.</summary>
    public static bool WasMoved(string dataFolder) => new KeptLead(dataFolder).Exists;

    /// <summary>The clock of a data folder.</summary>
    /// <exception cref="InvalidDataException">What is kept of its lead is damaged.</exception>
    public static MovableClock Open(string dataFolder, TimeProvider? machine = null) => new(new KeptLead(dataFolder), machine ?? System);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return machine.GetUtcNow() + lead;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (gate)
        {
            return Elapsed.Ticks;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new MovableTimer(this, Interlocked.Increment(ref timersMade), callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Has the clock wait for somebody on the way when it is moved.</summary>
    public void Add(IClockFollower follower)
    {
        lock (gate)
        {
            followers.Add(follower);
        }
    }

    /// <summary>
    /// Moves it to a moment, with a stop wherever a timer is due, which fires then; it goes on when its followers have caught up. Who gives up leaves it at
    /// the stop it has come to. A moment that has passed already moves it nowhere.
    /// </summary>
    /// <returns>The time then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The moment is further off than <see cref="LongestMove"/>.</exception>
    public async Task<DateTimeOffset> MoveAsync(DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var end = Begin(to);
            try
            {
                while (!cancellationToken.IsCancellationRequested && TakeDue(end) is { } timer)
                {
                    await Task.Run(timer.Fire, CancellationToken.None);
                    await CatchUpAsync(cancellationToken);
                }

                cancellationToken.ThrowIfCancellationRequested();
                Step(end);
            }
            finally
            {
                kept.Write(Lead);
                WakeForEarliest();
            }

            return GetUtcNow();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        alarm.Dispose();
        turn.Dispose();
    }

    internal bool Set(MovableTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan && !timer.IsDisposed)
            {
                timer.Period = period > TimeSpan.Zero ? period : null;
                Add(timer, Elapsed + dueTime);
                WakeForEarliest();
            }

            return !timer.IsDisposed;
        }
    }

    /// <summary>The time since it was opened, its moves included.</summary>
    private TimeSpan Elapsed => machine.GetElapsedTime(origin) + lead;

    private TimeSpan Begin(DateTimeOffset to)
    {
        lock (gate)
        {
            var now = machine.GetUtcNow() + lead;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(to, now + LongestMove);
            var by = to > now ? to - now : TimeSpan.Zero;
            kept.Write(lead + by);
            return Elapsed + by;
        }
    }

    /// <summary>Moves on to the earliest timer up to a moment, and takes it out.</summary>
    private MovableTimer? TakeDue(TimeSpan end)
    {
        lock (gate)
        {
            if (timers.Min is not { } earliest || earliest.Due > end)
            {
                return null;
            }

            Step(earliest.Due);
            TakeOut(earliest);
            return earliest;
        }
    }

    private void Step(TimeSpan to)
    {
        lock (gate)
        {
            // The machine's clock goes on meanwhile, so it may be there already.
            var missing = to - Elapsed;
            lead += missing > TimeSpan.Zero ? missing : TimeSpan.Zero;
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        IClockFollower[] all;
        lock (gate)
        {
            // Timers of one moment fire together.
            if (timers.Min?.Due <= Elapsed)
            {
                return;
            }

            all = [.. followers];
        }

        bool hasWorked;
        do
        {
            hasWorked = false;
            foreach (var follower in all)
            {
                hasWorked |= await follower.CatchUpAsync(cancellationToken);
            }
        }
        while (hasWorked);
    }

    private void Ring()
    {
        lock (gate)
        {
            while (timers.Min is { } earliest && earliest.Due <= Elapsed)
            {
                TakeOut(earliest);
                ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), earliest, preferLocal: false);
            }

            WakeForEarliest();
        }
    }

    private void TakeOut(MovableTimer timer)
    {
        Remove(timer);
        if (timer.Period is { } period)
        {
            Add(timer, timer.Due + period);
        }
    }

    private void Add(MovableTimer timer, TimeSpan due)
    {
        timer.Due = due;
        timer.IsSet = timers.Add(timer);
    }

    private void Remove(MovableTimer timer)
    {
        if (timer.IsSet)
        {
            timers.Remove(timer);
            timer.IsSet = false;
        }
    }

    private void WakeForEarliest()
    {
        lock (gate)
        {
            if (timers.Min is not { } earliest)
            {
                return;
            }

            var sleep = earliest.Due - Elapsed;
            // Rounded up to the platform's grain, so that it does not ring just before the moment.
            alarm.Change(
                sleep <= TimeSpan.Zero ? TimeSpan.Zero : sleep > LongestSleep ? LongestSleep : TimeSpan.FromMilliseconds(Math.Ceiling(sleep.TotalMilliseconds)),
                Timeout.InfiniteTimeSpan);
        }
    }
}
