using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>One line of control through a graph: the machine's own, a branch's or an iteration's.</summary>
internal sealed class Strand(StateGraph graph, Strand? owner, int index)
{
    /// <summary>The graph it runs through.</summary>
    public StateGraph Graph { get; } = graph;

    /// <summary>The strand whose Parallel or Map began this one, or null for the machine's own.</summary>
    public Strand? Owner { get; } = owner;

    /// <summary>The number of the branch or item.</summary>
    public int Index { get; } = index;

    /// <summary>The item, where this is an iteration.</summary>
    public Json? Item { get; init; }

    /// <summary>The state it is in.</summary>
    public State State { get; set; } = null!;

    /// <summary>The state's input before InputPath.</summary>
    public Json Input { get; set; } = null!;

    /// <summary>The variables assigned in this graph; those of the owners are seen through it.</summary>
    public JsonObject Variables { get; set; } = JsonObject.Empty;

    /// <summary>The event the next one follows from.</summary>
    public long LastEvent { get; set; }

    /// <summary>The event by which the state was entered; messages quote it.</summary>
    public long EnteredEvent { get; set; }

    /// <summary>
    /// The event from before the state was entered, as long as the state has done nothing but being entered; null otherwise. AWS has the failure of
    /// an expression that is worked out on the way in follow from it. It lasts no longer than the entering itself, so snapshots need not have it.
    /// </summary>
    public long? EventBefore { get => LastEvent == EnteredEvent ? field : null; set; }

    /// <summary>When the state was entered.</summary>
    public DateTimeOffset EnteredAt { get; set; }

    /// <summary>The number of the visit to the state, unique in the execution; 0 until the state is entered.</summary>
    public long Visit { get; set; }

    /// <summary>How many states it has entered.</summary>
    public int Entered { get; set; }

    /// <summary>How often its states have begun branches, iterations or a Map Run.</summary>
    public int Begun { get; set; }

    /// <summary>Whether the state has been entered.</summary>
    public bool HasEntered => Visit != 0;

    /// <summary>How many attempts of the state's work went before this one.</summary>
    public int RetryCount { get; set; }

    /// <summary>How often each retrier of the state was used; null before the first use.</summary>
    public int[]? RetriesUsed { get; set; }

    /// <summary>What it waits for; null while it can go on.</summary>
    public Work? Work { get; set; }

    /// <summary>The children of a Parallel or Map that has failed or was cut short, as long as a redrive may go on with them.</summary>
    public Work.Children? Unfinished { get; set; }

    /// <summary>What was asked of the Map Run that has ended or was cut short, in the same way.</summary>
    public Json? UnfinishedMapRun { get; set; }

    /// <summary>Whether it is on the list of strands to look at; none is there twice.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Nothing of what has begun in it may go on any more.</summary>
    public void ForgetUnfinished()
    {
        Unfinished = null;
        UnfinishedMapRun = null;
    }

    /// <summary>The nearest iteration this is part of, itself included.</summary>
    public Strand? Iteration
    {
        get
        {
            var strand = this;
            while (strand is { Item: null })
            {
                strand = strand.Owner;
            }

            return strand;
        }
    }
}
