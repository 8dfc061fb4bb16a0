using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>A task that has ended, as it is counted.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Updated">When it last changed, in ticks of UTC.</param>
internal sealed record CountedTask(TaskKind Kind, TrackedStatus Status, long Updated)
{
    /// <summary>A task as it is counted; not at all while it is open.</summary>
    public static CountedTask? Of(IndexedTask? task) =>
        task is { Place: { IsEnd: true } place } ? new CountedTask(place.Kind, place.Status, place.Updated) : null;
}
