using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>The instruments of one kind of task. AWS counts functions, activities and service integrations apart, in the same way.</summary>
internal sealed class TaskFamily
{
    private readonly string dimension;
    private readonly Counter<long> scheduled;
    private readonly Counter<long> started;
    private readonly Counter<long> succeeded;
    private readonly Counter<long> failed;
    private readonly Counter<long> timedOut;
    private readonly Histogram<double> scheduleTime;
    private readonly Histogram<double> runTime;
    private readonly Histogram<double> time;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="plural">The first part of the counters' names.</param>
    /// <param name="singular">The first part of the times' names.</param>
    /// <param name="subject">What is counted, in words.</param>
    /// <param name="dimension">What the dimension is called that holds the resource.</param>
    public TaskFamily(Meter meter, string plural, string singular, string subject, string dimension)
    {
        this.dimension = dimension;
        scheduled = meter.CreateCounter<long>($"{plural}Scheduled", "{task}", $"{subject} that were scheduled.");
        started = meter.CreateCounter<long>($"{plural}Started", "{task}", $"{subject} that began.");
        succeeded = meter.CreateCounter<long>($"{plural}Succeeded", "{task}", $"{subject} that succeeded.");
        failed = meter.CreateCounter<long>($"{plural}Failed", "{task}", $"{subject} that failed.");
        timedOut = meter.CreateCounter<long>($"{plural}TimedOut", "{task}", $"{subject} that took too long.");
        scheduleTime = meter.CreateHistogram($"{singular}ScheduleTime", "ms", $"{subject}: from being scheduled to beginning.", tags: null, Buckets.Times);
        runTime = meter.CreateHistogram($"{singular}RunTime", "ms", $"{subject}: from beginning to the end.", tags: null, Buckets.Times);
        time = meter.CreateHistogram($"{singular}Time", "ms", $"{subject}: from being scheduled to the end.", tags: null, Buckets.Times);
    }

    /// <summary>Whether anybody reads them.</summary>
    public bool IsRead => scheduled.Enabled || succeeded.Enabled || time.Enabled;

    public void Scheduled(string resource) => scheduled.Add(1, Of(resource));

    public void Started(MeasuredTask task, DateTimeOffset at)
    {
        task.StartedAt = at;
        started.Add(1, Of(task.Resource));
        scheduleTime.Record((at - task.ScheduledAt).TotalMilliseconds, Of(task.Resource));
    }

    public void Ended(MeasuredTask task, DateTimeOffset at, TaskEnding ending)
    {
        Counter<long> counter = ending switch
        {
            TaskEnding.Succeeded => succeeded,
            TaskEnding.Failed => failed,
            TaskEnding.TimedOut => timedOut,
            _ => throw new UnreachableException($"no counter for {ending}"),
        };
        counter.Add(1, Of(task.Resource));
        time.Record((at - task.ScheduledAt).TotalMilliseconds, Of(task.Resource));
        if (task.StartedAt is { } startedAt)
        {
            runTime.Record((at - startedAt).TotalMilliseconds, Of(task.Resource));
        }
    }

    private KeyValuePair<string, object?> Of(string resource) => new(dimension, resource);
}
