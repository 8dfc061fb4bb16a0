using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine.MapRuns;

/// <summary>STANDARD children: executions of the engine, which go on by themselves after a crash.</summary>
internal sealed class DurableChildRuns(EngineCore core, ExecutionReading reading, ChildBirths births) : IChildRuns
{
    /// <inheritdoc/>
    public async Task<ChildEnd> RunAsync(MapRunChild child, bool mayBeKnown)
    {
        var arn = births.ArnOf(child.Index);
        var ended = await core.WatchAsync(new BeginChildCommand(births.Of(child, core.Timers.Now), mayBeKnown)) ?? await DescribeAsync(arn);

        // An end that was known before the Map Run was redriven is not the one that is waited for now.
        while (ended.Summary.Status == ExecutionStatus.Running || (child.IsToRedrive && ended.Summary.RedriveCount == child.RedriveCount && await TryRedriveAsync(arn, ended)))
        {
            ended = await core.WatchAsync(new WatchCommand(arn)) ?? await DescribeAsync(arn);
        }

        return EndOf(child, ended);
    }

    /// <inheritdoc/>
    public void Stop(long index) => core.Tell(new StopCommand(births.ArnOf(index), new Fact.Stopped(core.Timers.Now, new Failure(Error: null, Cause: null))));

    /// <summary>How a child has ended.</summary>
    public static ChildEnd EndOf(MapRunChild child, ExecutionDescription ended) => new()
    {
        Index = child.Index,
        Status = ended.Summary.Status,
        Output = ended.Output,
        Failure = ended.Failure,
        StartedAt = ended.Summary.StartDate,
        StoppedAt = ended.Summary.StopDate ?? ended.Summary.StartDate,
        RedriveCount = ended.Summary.RedriveCount,
        RedriveObstacle = ended.Summary.Status == ExecutionStatus.Succeeded ? null : ended.RedriveStatusReason,
    };

    /// <summary>Has a child that did not succeed go on. One that may not be redriven any more stays as it ended.</summary>
    /// <returns>Whether it runs again.</returns>
    private async Task<bool> TryRedriveAsync(string arn, ExecutionDescription ended)
    {
        if (ended.Summary.Status == ExecutionStatus.Succeeded)
        {
            return false;
        }

        try
        {
            await core.AskAsync(new RedriveCommand(reading.Entry(arn), births.Machine, obstacle: null, new Fact.Redriven(core.Timers.Now, ClientToken: null)));
            return true;
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionNotRedrivable)
        {
            return false;
        }
    }

    private ValueTask<ExecutionDescription> DescribeAsync(string arn) => reading.DescribeAsync(arn, CancellationToken.None);
}
