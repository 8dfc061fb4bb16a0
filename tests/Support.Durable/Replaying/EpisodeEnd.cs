using TaskOrchestration.Support.Durable.Histories;

namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>How an orchestrator came to its end.</summary>
internal abstract record EpisodeEnd
{
    private EpisodeEnd() { }

    /// <summary>It has returned, with all that it called for answered.</summary>
    public sealed record Completed(string? Output) : EpisodeEnd;

    /// <summary>It has thrown.</summary>
    public sealed record Failed(Exception Exception) : EpisodeEnd;

    /// <summary>It was terminated.</summary>
    public sealed record Terminated(string? Output) : EpisodeEnd;

    /// <summary>It goes on as a new generation.</summary>
    public sealed record ContinuedAsNew(string? Input, IReadOnlyList<HubEvent.EventRaised> CarriedOver) : EpisodeEnd;
}
