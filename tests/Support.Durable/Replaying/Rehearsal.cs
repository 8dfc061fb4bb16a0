using TaskOrchestration.Support.Durable.Histories;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>Runs an orchestrator of today through what was recorded of one of an earlier day.</summary>
public static class Rehearsal
{
    /// <summary>What it calls for now, episode by episode, when it sees what was seen then.</summary>
    /// <param name="hub">A hub that knows the orchestrator.</param>
    /// <param name="recorded">A whole generation, from its start on.</param>
    public static IReadOnlyList<RecordedEpisode> Of(TaskHub hub, IReadOnlyList<RecordedEpisode> recorded)
    {
        ArgumentNullException.ThrowIfNull(hub);
        ArgumentNullException.ThrowIfNull(recorded);
        var instance = hub.Instances.Make(recorded[0].InstanceId, recorded[0].Fresh.OfType<HubEvent.Started>().Single());
        var now = new List<RecordedEpisode>();
        foreach (var before in recorded)
        {
            var episode = new Replay(hub, instance).Run(before.Fresh);
            instance.Take(episode);
            now.Add(before with { Called = episode.Called });
        }

        return now;
    }
}
