using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Finds in a history what the execution has started.</summary>
internal sealed class CourseLinks
{
    private const int Most = 1_000;

    private readonly List<CourseLink> found = [];
    private readonly HashSet<string> known = [];

    /// <summary>What was found, in the order of events.</summary>
    public IReadOnlyList<CourseLink> Found => found;

    /// <summary>Looks at an event.</summary>
    public void See(HistoryEvent happened)
    {
        if (found.Count < Most && Link(happened) is { } link && known.Add(link.Arn))
        {
            found.Add(link);
        }
    }

    /// <summary>Forgets what later events told.</summary>
    public void Forget(long after)
    {
        foreach (var link in found.Where(link => link.Event > after))
        {
            known.Remove(link.Arn);
        }

        found.RemoveAll(link => link.Event > after);
    }

    private static CourseLink? Link(HistoryEvent happened) => happened.Details switch
    {
        HistoryDetails.MapRunStarted mapRun => new CourseLink(happened.Id, mapRun.MapRunArn, IsMapRun: true),
        HistoryDetails.TaskOutput { ResourceType: "states" } task when task.Resource.StartsWith("startExecution", StringComparison.Ordinal)
            && task.Output is JsonObject output && output["ExecutionArn"] is JsonString arn => new CourseLink(happened.Id, arn.Value, IsMapRun: false),
        _ => null,
    };
}
