using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Benchmarks.Listing;

/// <summary>Every combination of filters, of each sort from the common to the absent, in every order: more than ten thousand queries.</summary>
public static class QueryMix
{
    private static readonly ValueList<TrackedStatus>[] Statuses =
        [[], [TrackedStatus.Succeeded], [TrackedStatus.Waiting], [TrackedStatus.Pending, TrackedStatus.Running, TrackedStatus.Failed]];

    private static readonly ValueList<TaskKind>[] Kinds = [[], [TaskKind.Order], [TaskKind.Batch], [TaskKind.Purchase, TaskKind.Refund]];

    /// <summary>The queries over a store of so many tasks.</summary>
    public static IEnumerable<TaskQuery> Over(int tasks) =>
        from owner in new[] { null, SampleTasks.Owner(0), SampleTasks.Owner(150), "nobody" }
        from statuses in Statuses
        from kinds in Kinds
        from created in Ranges(tasks)
        from text in Texts(tasks)
        from sort in Enum.GetValues<TaskSort>()
        from isDescending in new[] { true, false }
        select new TaskQuery
        {
            Owner = owner,
            Statuses = statuses,
            Kinds = kinds,
            CreatedFrom = created.From,
            CreatedTo = created.To,
            Text = text,
            Sort = sort,
            IsDescending = isDescending,
        };

    /// <summary>None, a day at the beginning, the older half, and all but the beginning.</summary>
    private static IEnumerable<(DateTimeOffset? From, DateTimeOffset? To)> Ranges(int tasks) =>
    [
        (null, null),
        (SampleTasks.CreatedAt(tasks / 100), SampleTasks.CreatedAt((tasks / 100) + 500)),
        (null, SampleTasks.CreatedAt(tasks / 2)),
        (SampleTasks.CreatedAt(tasks / 20), null),
    ];

    /// <summary>
    /// None; of one and two characters, common, rare and absent; in nearly all, in some, in the oldest, in those of one kind or owner; in one; in none.
    /// </summary>
    private static IEnumerable<string?> Texts(int tasks) =>
    [
        null,
        "a",
        "zq",
        "李",
        "%",
        "example.com",
        "coffee machine",
        "order-000",
        "refund of",
        "settlement",
        SampleTasks.Owner(0),
        $"order-{tasks / 2:000000}",
        "mouse for jörg müller",
        "no such thing",
    ];
}
