using System.Collections.Concurrent;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Runs on pool threads what a committed group lets happen: answers to senders and tasks.</summary>
/// <remarks>
/// A group brings dozens of small things at once. One pool thread takes them one after the other and asks for a second one while any are left,
/// that one for a third, and so on: many short ones cost one or two wake-ups together, and no slow one holds up another.
/// </remarks>
internal sealed class Aftermath : IThreadPoolWorkItem
{
    /// <summary>After so many a thread goes back to the pool, so that others get their turn.</summary>
    private const int EnoughForOneTurn = 256;

    private readonly ConcurrentQueue<IThreadPoolWorkItem> ready = new();
    private int isThreadAskedFor;

    /// <summary>Adds something; it runs after <see cref="Begin"/>.</summary>
    public void Add(IThreadPoolWorkItem work) => ready.Enqueue(work);

    /// <summary>Has what was added run.</summary>
    public void Begin()
    {
        if (!ready.IsEmpty && Interlocked.Exchange(ref isThreadAskedFor, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <inheritdoc/>
    public void Execute()
    {
        Volatile.Write(ref isThreadAskedFor, 0);
        for (var i = 0; i < EnoughForOneTurn && ready.TryDequeue(out var work); i++)
        {
            Begin();
            work.Execute();
        }

        Begin();
    }
}
