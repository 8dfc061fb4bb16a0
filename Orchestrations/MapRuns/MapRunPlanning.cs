using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Orchestrations.MapRuns.Reading;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>Turns the items of a Map Run into children that are to come, and keeps them, before the first one begins.</summary>
/// <remarks>
/// So the number of items is known when a share of them is tolerated to fail, a reader that fails leaves nothing begun, and a redrive goes on with the items
/// of the beginning whatever has become of their source. What a crash interrupts is read again from the beginning, and what is kept already passed over.
/// </remarks>
internal sealed class MapRunPlanning(IMapRunStore store, ItemReaders readers)
{
    private const int PageChildren = 1_000;
    private const int PageBytes = 4 * 1024 * 1024;

    /// <summary>Plans all children that are not planned yet.</summary>
    /// <returns>The Map Run as it stands then, or why it fails.</returns>
    public async ValueTask<(MapRun Run, Failure? Failure)> PlanAsync(MapRun run, MapState map, ExecutionLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            return await PlanPagesAsync(run, new ChildInputs(run.Request, map, limits), cancellationToken);
        }
        catch (Exception e) when (e is ItemReaderException or IOException or InvalidDataException or TransientFailureException)
        {
            return (run, MapRunFailure.OfReader(e.Message));
        }
    }

    private async ValueTask<(MapRun Run, Failure? Failure)> PlanPagesAsync(MapRun run, ChildInputs inputs, CancellationToken cancellationToken)
    {
        var known = run.Tally.Executions.Total;
        var page = new List<ChildInput>();
        var bytes = 0L;
        await foreach (var item in readers.ReadAsync(run.Request.Source, cancellationToken))
        {
            if (!inputs.TryAdd(item, out var child, out var failure))
            {
                return (run, failure);
            }

            if (child is null || child.Index < known)
            {
                continue;
            }

            page.Add(child);
            bytes += child.Input.Utf8Length;
            if (page.Count >= PageChildren || bytes >= PageBytes)
            {
                await store.PlanAsync(run.Arn, page, isComplete: false, cancellationToken);
                page.Clear();
                bytes = 0;
            }
        }

        if (inputs.Rest() is { } last)
        {
            page.Add(last);
        }

        return (await store.PlanAsync(run.Arn, page, isComplete: true, cancellationToken), null);
    }
}
