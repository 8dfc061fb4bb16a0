using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Activities;

namespace TaskOrchestration.Functions.Workers;

/// <summary>The workers that wait on this instance, by activity.</summary>
public sealed class WorkerLines(ActivityOptions options)
{
    private readonly ConcurrentDictionary<string, LineOfWorkers> lines = new(StringComparer.Ordinal);

    /// <summary>Those of an activity.</summary>
    public LineOfWorkers Of(string activityArn) => lines.GetOrAdd(activityArn, static (arn, options) => new LineOfWorkers(arn, options.WaitingWorkers), options);

    /// <summary>Says that there is a task for an activity, should anybody wait for one here.</summary>
    public void Ring(string activityArn)
    {
        if (lines.TryGetValue(activityArn, out var line))
        {
            line.Ring();
        }
    }
}
