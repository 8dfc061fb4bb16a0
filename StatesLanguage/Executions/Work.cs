using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What a strand waits for.</summary>
internal abstract class Work
{
    private Work() { }

    /// <summary>Nothing any more: the strand was cut short and is not looked at again.</summary>
    public static readonly Work Abandoned = new Nothing();

    /// <summary>A task that is being done outside.</summary>
    public sealed class Task(TaskRequest request) : Work
    {
        /// <summary>What was asked for; a driver may ask for it again.</summary>
        public TaskRequest Request { get; } = request;

        /// <summary>The task's own time limit in seconds, for the event that schedules it; or null.</summary>
        public long? TimeoutSeconds { get; init; }

        /// <summary>The seconds between two signs of life, or null.</summary>
        public long? HeartbeatSeconds { get; init; }

        /// <summary>The timer of the task's own time limit, or 0.</summary>
        public long TimeoutTimer { get; set; }

        /// <summary>The timer of the next sign of life, or 0.</summary>
        public long HeartbeatTimer { get; set; }

        /// <summary>When the next sign of life is due.</summary>
        public DateTimeOffset HeartbeatDue { get; set; }

        /// <summary>When it was scheduled, for those who time it; not kept in snapshots.</summary>
        public DateTimeOffset? ScheduledAt { get; set; }

        /// <summary>When it began, in the same way.</summary>
        public DateTimeOffset? StartedAt { get; set; }

        /// <summary>The event by which a Map Run began, or 0 for other tasks.</summary>
        public long MapRunEvent { get; init; }

        /// <summary>Whether the service has accepted the task and only the callback is missing.</summary>
        public bool IsSubmitted { get; set; }

        /// <summary>Whether a worker has taken it up (activities).</summary>
        public bool IsStarted { get; set; }

        /// <summary>Whether a worker that has taken it up has been heard of since.</summary>
        public bool IsHeardOf { get; set; }
    }

    /// <summary>A moment: of a Wait state, or of the next retry.</summary>
    public sealed class Pause(long timer, DateTimeOffset due, bool isRetry) : Work
    {
        public long Timer { get; } = timer;

        public DateTimeOffset Due { get; } = due;

        public bool IsRetry { get; } = isRetry;
    }

    /// <summary>The branches of a Parallel or the iterations of a Map.</summary>
    public sealed class Children(int count, int maxConcurrency) : Work
    {
        /// <summary>Those that have begun and not ended, by index.</summary>
        public Dictionary<int, Strand> Running { get; } = [];

        /// <summary>Those that have begun and did not succeed, a tolerated failure included; or null if there are none. A redrive has them go on.</summary>
        public SortedDictionary<int, Strand>? Unsuccessful { get; private set; }

        /// <summary>Those that are to go on after a redrive, each as soon as there is a place for it; or null if there are none.</summary>
        public SortedDictionary<int, Strand>? Again { get; private set; }

        /// <summary>Whether a redrive begins with all of them anew.</summary>
        public bool StartsOver { get; set; }

        /// <summary>What each yielded.</summary>
        public Json?[] Outputs { get; } = new Json?[count];

        /// <summary>How many bytes of JSON they take.</summary>
        public long OutputBytes { get; private set; }

        /// <summary>How many may run at once.</summary>
        public int MaxConcurrency { get; } = maxConcurrency;

        /// <summary>The items of a Map; null for a Parallel.</summary>
        public JsonArray? Items { get; init; }

        /// <summary>The state's effective input: a branch's input, and what an iteration's input is made from.</summary>
        public required Json EffectiveInput { get; init; }

        /// <summary>How many of a Map's iterations may fail.</summary>
        public int ToleratedFailures { get; init; }

        /// <summary>Whether the author set a threshold, which then names the failure.</summary>
        public bool HasThreshold { get; init; }

        /// <summary>The next to begin.</summary>
        public int Next { get; set; }

        /// <summary>How many have ended.</summary>
        public int Ended { get; set; }

        /// <summary>How many of those failed.</summary>
        public int Failed { get; set; }

        /// <summary>The event that those which begin at once follow from.</summary>
        public long StartEvent { get; init; }

        /// <summary>The last event of the child that ended last; the next one to begin in its place follows from it.</summary>
        public long FreedEvent { get; set; }

        /// <summary>How many there are.</summary>
        public int Count => Outputs.Length;

        /// <summary>Those that run, by index: the same order whether built up fact by fact or read from a snapshot.</summary>
        public IEnumerable<Strand> InOrder() => Running.Values.OrderBy(child => child.Index);

        /// <summary>Whether another may begin now.</summary>
        public bool CanBegin => (Next < Count || Again is { Count: > 0 }) && Running.Count < MaxConcurrency;

        /// <summary>Keeps what one has yielded.</summary>
        public void Keep(int index, Json output)
        {
            Outputs[index] = output;
            OutputBytes += output.Utf8Length;
        }

        /// <summary>Keeps one that did not succeed.</summary>
        public void KeepUnsuccessful(Strand child) => (Unsuccessful ??= [])[child.Index] = child;

        /// <summary>Keeps one that is to go on.</summary>
        public void KeepAgain(Strand child) => (Again ??= [])[child.Index] = child;

        /// <summary>None runs any more.</summary>
        public void Halt()
        {
            foreach (var child in Running.Values)
            {
                KeepUnsuccessful(child);
            }

            Running.Clear();
        }

        /// <summary>All that did not succeed are to go on, and no failure counts any more.</summary>
        public void GoOn()
        {
            foreach (var child in Unsuccessful?.Values ?? Enumerable.Empty<Strand>())
            {
                KeepAgain(child);
                if (Outputs[child.Index] is { } failure)
                {
                    OutputBytes -= failure.Utf8Length;
                    Outputs[child.Index] = null;
                    Ended--;
                }
            }

            Unsuccessful = null;
            Failed = 0;
        }

        /// <summary>Takes the first of those that are to go on.</summary>
        public Strand? TakeAgain()
        {
            if (Again is not { Count: > 0 })
            {
                return null;
            }

            var (index, child) = Again.First();
            Again.Remove(index);
            return child;
        }
    }

    private sealed class Nothing : Work;
}
