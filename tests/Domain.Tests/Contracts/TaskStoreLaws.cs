using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>Whatever is saved, changed and deleted, a store lists and counts what a plain list of the tasks would.</summary>
public abstract class TaskStoreLaws
{
    private static readonly string[] Texts = ["a", "e", "zz", "ab", "task-", "TASK-0", "ada", "Übung", "ü", "subject", "50%", "\"", " of ", "no such thing"];
    private static readonly string[] Titles = ["Ab of 50%", "übung \"E\"", "zebra", "a task of Ada", "ABBA ab ab", "e"];

    private static readonly Gen<TrackedTask> Tasks =
        from number in Gen.Choose(0, 39)
        from kind in Gen.Elements(Enum.GetValues<TaskKind>())
        from status in Gen.Elements(Enum.GetValues<TrackedStatus>())
        from owner in Gen.Elements("ada", "Bob", "zoë")
        from title in Gen.Elements(Titles)
        from priority in Gen.Elements(Enum.GetValues<TaskPriority>())
        from created in Gen.Choose(0, 9)
        from updated in Gen.Choose(0, 5)
        from due in Gen.Elements(-1, 1, 2, 3)
        from subject in Gen.Elements(null, "subject-1", "Subject-2")
        select new TrackedTask
        {
            TaskId = $"task-{number}",
            Kind = kind,
            Title = title,
            Owner = owner,
            Priority = priority,
            Due = due < 0 ? null : Samples.Now.AddHours(due),
            Workflow = "workflow",
            Input = "{}",
            SubjectId = subject,
            History = [new TaskChange(TrackedStatus.Pending, At(created), owner, "submit"), new TaskChange(status, At(created), owner, "report")],
            UpdatedAt = At(created + updated),
        };

    private static readonly Gen<TaskQuery> Queries =
        from owner in Gen.Elements(null, null, "ada", "Bob", "nobody")
        from statuses in Gen.SubListOf(Enum.GetValues<TrackedStatus>())
        from kinds in Gen.SubListOf(Enum.GetValues<TaskKind>())
        from dates in Gen.Elements<(int? From, int? To)>((null, null), (null, null), (3, null), (null, 7), (2, 8), (8, 2))
        from text in Gen.Frequency((1, Gen.Constant<string?>(null)), (2, Gen.Elements<string?>(Texts)))
        from sort in Gen.Elements(Enum.GetValues<TaskSort>())
        from isDescending in Gen.Elements(true, false)
        select new TaskQuery
        {
            Owner = owner,
            Statuses = [.. statuses],
            Kinds = [.. kinds],
            CreatedFrom = dates.From is { } first ? At(first) : null,
            CreatedTo = dates.To is { } end ? At(end).ToOffset(TimeSpan.FromHours(-3)) : null,
            Text = text,
            Sort = sort,
            IsDescending = isDescending,
        };

    [Fact]
    public void Lists_and_counts_what_a_plain_list_would()
    {
        var cases =
            from changes in Tasks.ListOf(80)
            from deletes in Gen.Choose(0, 39).ListOf(10)
            from queries in Queries.ListOf(25)
            from limit in Gen.Choose(1, 9)
            select (changes, deletes, queries, limit);
        Prop.ForAll(Arb.From(cases), each => HoldsAsync([.. each.changes], [.. each.deletes], [.. each.queries], each.limit).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    /// <summary>How many stores are filled.</summary>
    protected virtual int Cases => 40;

    /// <summary>A store with nothing in it.</summary>
    protected abstract ITaskStore CreateStore();

    private async Task HoldsAsync(IReadOnlyList<TrackedTask> changes, IReadOnlyList<int> deletes, IReadOnlyList<TaskQuery> queries, int limit)
    {
        var store = CreateStore();
        var model = new Dictionary<string, TrackedTask>();
        foreach (var task in changes)
        {
            var saved = await store.TrySaveAsync(task with { Version = model.GetValueOrDefault(task.TaskId)?.Version ?? 0 });
            model[task.TaskId] = saved!;
        }

        foreach (var taskId in deletes.Select(number => $"task-{number}"))
        {
            Assert.Equal(model.Remove(taskId, out var deleted), await store.TryDeleteAsync(taskId, deleted?.Version ?? 1));
        }

        foreach (var query in queries)
        {
            Assert.Equal(Listed(model.Values, query), await AllAsync(store, query, limit));
        }

        Assert.Equal(Counted(model.Values), await store.CountAsync(owner: null));
        Assert.Equal(Counted(model.Values.Where(task => task.Owner == "Bob")), await store.CountAsync("Bob"));
    }

    private static async Task<List<TrackedTask>> AllAsync(ITaskStore store, TaskQuery query, int limit)
    {
        var all = new List<TrackedTask>();
        string? cursor = null;
        do
        {
            var page = await store.ListAsync(query, limit, cursor);
            Assert.True(page.Next is null ? page.Tasks.Count <= limit : page.Tasks.Count == limit);
            all.AddRange(page.Tasks);
            cursor = page.Next;
        }
        while (cursor is not null);
        return all;
    }

    private static List<TrackedTask> Listed(IEnumerable<TrackedTask> tasks, TaskQuery query)
    {
        var found = tasks.Where(task =>
            (query.Owner is null || query.Owner == task.Owner)
            && (query.Statuses.Count == 0 || query.Statuses.Contains(task.Status))
            && (query.Kinds.Count == 0 || query.Kinds.Contains(task.Kind))
            && !(task.CreatedAt < query.CreatedFrom)
            && !(task.CreatedAt >= query.CreatedTo)
            && (query.Text is null || new[] { task.TaskId, task.Title, task.Owner, task.SubjectId ?? "" }
                .Any(part => part.Contains(query.Text, StringComparison.OrdinalIgnoreCase))));
        var ascending = found.OrderBy(task => Key(task, query.Sort)).ThenBy(task => task.TaskId, StringComparer.Ordinal);
        var sorted = query.IsDescending ? ascending.Reverse() : ascending;
        return [.. sorted.OrderBy(task => query.Sort == TaskSort.Due && task.Due is null)];
    }

    private static DateTimeOffset? Key(TrackedTask task, TaskSort sort) => sort switch
    {
        TaskSort.Created => task.CreatedAt,
        TaskSort.Updated => task.UpdatedAt,
        TaskSort.Due => task.Due,
        _ => Samples.Now.AddDays((int)task.Priority),
    };

    private static IEnumerable<TaskCount> Counted(IEnumerable<TrackedTask> tasks) =>
        from task in tasks
        group task by (task.Kind, task.Status) into alike
        orderby alike.Key.Kind, alike.Key.Status
        select new TaskCount(alike.Key.Kind, alike.Key.Status, alike.Count(), alike.Min(task => task.UpdatedAt));

    private static DateTimeOffset At(int hour) => Samples.Now.AddHours(hour);
}
