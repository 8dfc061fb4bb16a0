using Microsoft.DurableTask.Client;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>What must hold for every Map Run whose execution has ended.</summary>
internal sealed class MapRunCheck(Demand demand, ExecutionWorld world)
{
    private const int Most = 1_000;

    /// <summary>The Map Runs of an execution.</summary>
    public ValueTask<IReadOnlyList<MapRun>> RunsOfAsync(string executionArn) => world.MapRuns.ListAsync(executionArn, after: null, Most);

    /// <summary>The children of a Map Run that are executions like others.</summary>
    public async Task<IReadOnlyList<ExecutionRecord>> ChildrenOfAsync(MapRun run)
    {
        var children = new List<ExecutionRecord>();
        foreach (var listed in (await world.Records.ListAsync(run.Arn, status: null, isRedriven: null, Most, after: null)).Records)
        {
            children.Add(await world.FindAsync(listed.ExecutionArn));
        }

        return children;
    }

    /// <summary>No Map Run outlives its execution, no child its Map Run, and the counts are those of the children.</summary>
    public async Task CheckAsync(MapRun run)
    {
        demand.That(run.Status != MapRunStatus.Running, $"{run.Arn} to have ended. {await world.ReportAsync(InstanceOf(run))}");
        var orchestration = await world.Hub.Client.GetInstanceAsync(InstanceOf(run));
        demand.That(orchestration?.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"the orchestration of {run.Arn} to complete. {await world.ReportAsync(InstanceOf(run))}");
        var children = await ChildrenOfAsync(run);
        foreach (var child in children)
        {
            demand.That(child.Status != ExecutionStatus.Running, $"{child.Start.ExecutionArn} to have ended with its Map Run, which is {run.Status}. {await world.ReportAsync(child.InstanceId)}");
        }

        if (run.Request.ExecutionType == StateMachineType.Standard)
        {
            CheckCounts(run, children, await LeftWaitingAsync(run));
        }

        demand.That(run.Status != MapRunStatus.Succeeded || !run.IsCutShort, $"{run.Arn} to fail; it counts {run.Tally.Executions}");
    }

    /// <summary>The children that waited to be redriven when the Map Run ended.</summary>
    private async Task<HashSet<string>> LeftWaitingAsync(MapRun run)
    {
        var planned = await world.MapRuns.ReadAsync(run.Arn, ChildFilter.Pending, from: 0, Most);
        return [.. planned.Where(child => child.IsToRedrive).Select(child => ChildStart.Name(run.Arn, child.Index))];
    }

    /// <summary>The counts are those of the children.</summary>
    /// <remarks>
    /// A child that waited to be redriven when its Map Run ended has not been begun again. It ended earlier, as FAILED for instance, and that is what a list of children shows; the Map
    /// Run, in which it did not get its turn, counts it like those that it never began: as aborted. All others are counted as they ended.
    /// </remarks>
    private void CheckCounts(MapRun run, IReadOnlyList<ExecutionRecord> children, HashSet<string> waiting)
    {
        var ended = children.Where(child => !waiting.Contains(child.Start.Name)).ToLookup(child => child.Status);
        var counts = run.Tally.Executions;
        var expected = counts with
        {
            Pending = 0,
            Running = 0,
            PendingRedrive = 0,
            Succeeded = ended[ExecutionStatus.Succeeded].Count(),
            Failed = ended[ExecutionStatus.Failed].Count(),
            TimedOut = ended[ExecutionStatus.TimedOut].Count(),
        };
        expected = expected with { Aborted = counts.Total - expected.Total + expected.Aborted };
        demand.That(
            counts == expected && counts.Aborted >= ended[ExecutionStatus.Aborted].Count() + waiting.Count,
            $"{run.Arn} to count {expected} of children that are {string.Join(", ", children.Select(child => child.Status))}; it counts {counts}");
    }

    private static string InstanceOf(MapRun run) => new MapRunAddress(run.Arn, run.RedriveCount).InstanceId;
}
