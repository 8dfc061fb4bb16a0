using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>A kind of task with a status, as one number. The numbers are in files, so those of kinds and statuses never change.</summary>
internal static class TaskCell
{
    private const int StatusesAtMost = 16;

    public static int Of(TaskKind kind, TrackedStatus status) => ((int)kind * StatusesAtMost) + (int)status;

    public static TaskKind KindOf(int cell) => (TaskKind)(cell / StatusesAtMost);

    public static TrackedStatus StatusOf(int cell) => (TrackedStatus)(cell % StatusesAtMost);

    /// <summary>The cells a query asks for.</summary>
    public static IReadOnlyList<int> AskedFor(TaskQuery query) =>
    [
        .. from kind in AllUnlessSaid(query.Kinds)
           from status in AllUnlessSaid(query.Statuses)
           select Of(kind, status),
    ];

    private static IReadOnlyList<T> AllUnlessSaid<T>(ValueList<T> said)
        where T : struct, Enum => said.Count == 0 ? Enum.GetValues<T>() : [.. said.Distinct().Order()];
}
