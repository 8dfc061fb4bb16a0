using System.Diagnostics.Metrics;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>What is measured of one kind of task: of functions, activities and service integrations apart, in the same way.</summary>
internal sealed class TaskFamily
{
    private readonly Tallies tallies;
    private readonly ObservableCounter<long> scheduled;
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
        tallies = new Tallies(dimension, Enum.GetValues<TaskPhase>().Length);
        scheduled = Counter(TaskPhase.Scheduled, "that were scheduled");
        Counter(TaskPhase.Started, "that began");
        Counter(TaskPhase.Succeeded, "that succeeded");
        Counter(TaskPhase.Failed, "that failed");
        Counter(TaskPhase.TimedOut, "that took too long");
        scheduleTime = meter.CreateHistogram($"{singular}ScheduleTime", "ms", $"{subject}: from being scheduled to beginning.", tags: null, Buckets.Times);
        runTime = meter.CreateHistogram($"{singular}RunTime", "ms", $"{subject}: from beginning to the end.", tags: null, Buckets.Times);
        time = meter.CreateHistogram($"{singular}Time", "ms", $"{subject}: from being scheduled to the end.", tags: null, Buckets.Times);

        ObservableCounter<long> Counter(TaskPhase phase, string what) => tallies.Counter(meter, (int)phase, $"{plural}{phase}", "{task}", $"{subject} {what}.");
    }

    /// <summary>Whether anybody reads them.</summary>
    public bool IsRead => scheduled.Enabled || time.Enabled;

    /// <summary>Counts and times how far an attempt has come.</summary>
    public void Count(string resource, in TaskProgress progress)
    {
        var tally = tallies.Of(resource);
        tally.Add((int)progress.Phase);
        switch (progress.Phase)
        {
            case TaskPhase.Scheduled:
                break;
            case TaskPhase.Started:
                Record(scheduleTime, progress.ScheduledAt, progress.At, tally);
                break;
            default:
                Record(time, progress.ScheduledAt, progress.At, tally);
                Record(runTime, progress.StartedAt, progress.At, tally);
                break;
        }
    }

    private static void Record(Histogram<double> histogram, DateTimeOffset? from, DateTimeOffset to, Tally tally)
    {
        if (from is { } began && histogram.Enabled)
        {
            histogram.Record((to - began).TotalMilliseconds, tally.Tag);
        }
    }
}
