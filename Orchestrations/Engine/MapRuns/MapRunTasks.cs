using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine.MapRuns;

/// <summary>The Map Runs that the engine drives: each is a task of the execution whose Map it is.</summary>
internal sealed class MapRunTasks(
    EngineCore core,
    ExpressRuns express,
    ExecutionReading reading,
    ParsedMachines machines,
    IMapRunStore store,
    IStatusOutbox outbox,
    EngineOptions options,
    TimeProvider time,
    ILogger logger)
{
    private readonly MapRunAdvancing advancing = new(store, options.Blobs, time, new PendingRedrives(store, outbox, options.StatusSubscriptions));
    private readonly ConcurrentDictionary<string, MapRunLoop> loops = [];

    /// <summary>Drives a Map Run to its end.</summary>
    public async Task<TaskOutcome> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var request = MapRunRequest.Of(call.Request);
        var entry = reading.Entry(call.Execution.ExecutionArn);
        var machine = await machines.FindAsync(entry.Revision, cancellationToken);
        var map = ChildMachine.Map(machine, request.StateName) ?? throw new InvalidOperationException($"expected a Map '{request.StateName}' in the machine of {entry.ExecutionArn}, found none");
        var births = new ChildBirths(call.Request, request, ChildMachine.Of(machine, map), entry.Revision);
        var perseverance = new Perseverance(request.MapRunArn, time, logger);
        var loop = new MapRunLoop(advancing, Children(births), options.MapRunConcurrency, perseverance);
        var run = await perseverance.CallAsync(() => advancing.OpenAsync(call.Request, map, cancellationToken).AsTask(), cancellationToken);
        if (run.Status == MapRunStatus.Running)
        {
            run = await DriveAsync(loop, run, call, cancellationToken);
        }

        return MapRunAdvancing.OutcomeOf(run);
    }

    /// <summary>Has the driver of a Map Run notice that it was changed.</summary>
    public void Wake(string mapRunArn)
    {
        if (loops.TryGetValue(mapRunArn, out var loop))
        {
            loop.Wake();
        }
    }

    /// <summary>Ends the Map Runs that no execution waits for: the engine was stopped or killed between the moment that was so and their end.</summary>
    /// <param name="awaited">Those that some execution waits for.</param>
    public async Task EndOrphansAsync(IReadOnlySet<string> awaited)
    {
        foreach (var run in await store.ListRunningAsync())
        {
            if (!awaited.Contains(run.Arn))
            {
                await EndOrphanAsync(run);
            }
        }
    }

    private async Task<MapRun> DriveAsync(MapRunLoop loop, MapRun run, TaskCall call, CancellationToken cancellationToken)
    {
        loops[run.Arn] = loop;
        try
        {
            return await loop.RunAsync(run, call.Execution.Limits, cancellationToken);
        }
        catch (OperationCanceledException) when (call.IsGivenUp())
        {
            await loop.AbortAsync(run);
            throw;
        }
#pragma warning disable CA1031 // It has been tried often enough; the reason is in the log and in the failure.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (e is RefusedException { Refusal: Refusal.Unavailable })
            {
                // The engine is about to cancel everything, and goes on with this when it starts again.
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
            }

            return await FailAsync(loop, run, e);
        }
#pragma warning restore CA1031
        finally
        {
            loops.TryRemove(KeyValuePair.Create(run.Arn, loop));
        }
    }

    /// <summary>Ends a Map Run that cannot go on. What cannot even be ended now is ended at the next start, for no execution waits for it then.</summary>
    private async Task<MapRun> FailAsync(MapRunLoop loop, MapRun run, Exception reason)
    {
        logger.LogError(reason, "The Map Run {Arn} cannot go on", run.Arn);
        var failure = new Failure(Failure.Runtime, $"The Map Run cannot go on: {reason.Message}");
        try
        {
            return await loop.FailAsync(run, failure);
        }
#pragma warning disable CA1031 // The execution fails all the same.
        catch (Exception e)
        {
            logger.LogError(e, "The Map Run {Arn} stays on record as running until the next start", run.Arn);
            return run with { Status = MapRunStatus.Failed, Failure = failure };
        }
#pragma warning restore CA1031
    }

    private IChildRuns Children(ChildBirths births) => births.Request.ExecutionType == StateMachineType.Express
        ? new ExpressChildRuns(express, births)
        : new DurableChildRuns(core, reading, births);

    private async Task EndOrphanAsync(MapRun run)
    {
        try
        {
            var arn = MapRunArn.Parse(run.Arn);
            var ended = new List<ChildEnd>();
            foreach (var child in await advancing.BegunAsync(run))
            {
                ended.Add(await EndOrphanAsync(arn.ChildArn(ChildStart.Name(run.Arn, child.Index)), child));
            }

            await advancing.AbortAsync(run, ended);
        }
        catch (RefusedException e) when (e.Refusal == Refusal.Unavailable)
        {
            logger.LogWarning(e, "The Map Run {Arn}, which no execution waits for, goes on until the next start", run.Arn);
        }
    }

    /// <summary>An EXPRESS child is not known any more, nor is one that the engine had no time to begin.</summary>
    private async Task<ChildEnd> EndOrphanAsync(string childArn, MapRunChild child)
    {
        await core.AskAsync(new StopCommand(childArn, new Fact.Stopped(core.Timers.Now, new Failure(Error: null, Cause: null))));
        return reading.Find(childArn) is not null
            ? DurableChildRuns.EndOf(child, await reading.DescribeAsync(childArn, CancellationToken.None))
            : new ChildEnd
            {
                Index = child.Index,
                Status = ExecutionStatus.Aborted,
                StartedAt = core.Timers.Now,
                StoppedAt = core.Timers.Now,
                RedriveCount = child.RedriveCount,
            };
    }
}
