using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Support.Durable.Histories;
using TaskOrchestration.Support.Durable.Replaying;

namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>An orchestration.</summary>
internal sealed class Instance(string id, Func<TaskOrchestrationContext, Task<object?>> orchestrator, HubEvent.Started start, ParentCall? parent, int generation, DateTimeOffset now)
{
    public string Id => id;

    public string Name => Start.Name;

    public Func<TaskOrchestrationContext, Task<object?>> Orchestrator => orchestrator;

    /// <summary>Whose child it is, where somebody waits for its end.</summary>
    public ParentCall? Parent => parent;

    /// <summary>How this generation began.</summary>
    public HubEvent.Started Start { get; private set; } = start;

    /// <summary>Unique among all generations of all orchestrations that ever had this id.</summary>
    public int Generation { get; private set; } = generation;

    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Pending;

    public bool IsSuspended { get; set; }

    public DateTimeOffset CreatedAt { get; } = now;

    public DateTimeOffset UpdatedAt { get; set; } = now;

    public string? Output { get; set; }

    public string? CustomStatus { get; set; }

    /// <summary>The history of this generation.</summary>
    public List<HubEvent> History { get; } = [];

    /// <summary>What its orchestrator asked of its context in this generation.</summary>
    public IReadOnlyList<Call> Calls { get; private set; } = [];

    /// <summary>What has come and was not yet seen.</summary>
    public List<Message> Inbox { get; } = [new(start, Generation: null)];

    /// <summary>Whether an episode has been lost since the last one that was committed.</summary>
    public bool HasLostEpisode { get; set; }

    public ActionCounts Counts { get; } = new();

    public bool HasEnded => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <summary>Whether there is something for its orchestrator to see.</summary>
    public bool IsReady => Inbox.Count > 0 && !HasEnded && (!IsSuspended || Inbox.Exists(message => message.Event is HubEvent.Terminated));

    /// <summary>Makes an episode part of the history.</summary>
    public void Take(Episode episode)
    {
        History.AddRange(episode.Fresh);
        History.AddRange(episode.Called);
        Calls = episode.Calls;
    }

    /// <summary>Begins the next generation.</summary>
    public void GoOn(string? input, IEnumerable<HubEvent.EventRaised> carriedOver, int generation)
    {
        Start = Start with { Input = input };
        Generation = generation;
        History.Clear();
        Calls = [];
        Inbox.InsertRange(0, [new Message(Start, Generation: null), .. carriedOver.Select(raised => new Message(raised, Generation: null))]);
        Counts.Generations++;
    }
}
