using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="ITaskStore"/> must do.</summary>
public abstract class TaskStoreContract : VersionedStoreContract<ITaskStore, TrackedTask>
{
    [Fact]
    public async Task Deletes_the_version_it_keeps_and_no_other()
    {
        var store = CreateStore();
        var first = await store.TrySaveAsync(TaskSamples.Full("a"));
        var second = await store.TrySaveAsync(first!);

        Assert.False(await store.TryDeleteAsync("a", 1));
        Assert.False(await store.TryDeleteAsync("a", 3));
        Assert.False(await store.TryDeleteAsync("b", 1));
        Assert.Equal(second, await store.FindAsync("a"));

        Assert.True(await store.TryDeleteAsync("a", 2));
        Assert.Null(await store.FindAsync("a"));
        Assert.False(await store.TryDeleteAsync("a", 2));
        Assert.Empty((await ListAsync(store, new TaskQuery())).Tasks);
        Assert.Empty((await ListAsync(store, new TaskQuery { Text = "order" })).Tasks);
        Assert.Empty(await store.CountAsync(owner: null));
        Assert.Null(await store.FindBySubjectAsync(TaskKind.Order, "o-1"));
    }

    [Fact]
    public async Task Takes_an_id_again_that_was_deleted()
    {
        var store = CreateStore();
        await store.TrySaveAsync(TaskSamples.Full("a"));
        await store.TryDeleteAsync("a", 1);

        var again = await store.TrySaveAsync(TaskSamples.Bare("a"));

        Assert.Equal(TaskSamples.Bare("a") with { Version = 1 }, again);
        Assert.Equal([again!], (await ListAsync(store, new TaskQuery { Text = "purchase" })).Tasks);
    }

    [Fact]
    public async Task Finds_the_latest_task_about_a_subject()
    {
        var store = CreateStore();
        await store.TrySaveAsync(TaskSamples.At("b", 2) with { SubjectId = "s" });
        await store.TrySaveAsync(TaskSamples.At("c", 1) with { SubjectId = "s" });
        await store.TrySaveAsync(TaskSamples.At("d", 3) with { SubjectId = "s", Kind = TaskKind.Refund });
        await store.TrySaveAsync(TaskSamples.At("e", 4) with { SubjectId = "S" });

        Assert.Equal("b", (await store.FindBySubjectAsync(TaskKind.Purchase, "s"))!.TaskId);
        Assert.Equal("d", (await store.FindBySubjectAsync(TaskKind.Refund, "s"))!.TaskId);
        Assert.Null(await store.FindBySubjectAsync(TaskKind.Order, "s"));
        Assert.Null(await store.FindBySubjectAsync(TaskKind.Purchase, "t"));
    }

    [Fact]
    public async Task Finds_a_task_by_the_subject_it_has_now()
    {
        var store = CreateStore();
        var saved = await store.TrySaveAsync(TaskSamples.Bare("a") with { SubjectId = "before" });

        var moved = await store.TrySaveAsync(saved! with { SubjectId = "now" });

        Assert.Null(await store.FindBySubjectAsync(TaskKind.Purchase, "before"));
        Assert.Equal(moved, await store.FindBySubjectAsync(TaskKind.Purchase, "now"));
    }

    [Fact]
    public async Task Lists_whole_tasks()
    {
        var store = CreateStore();
        var full = await store.TrySaveAsync(TaskSamples.Full("a"));
        var bare = await store.TrySaveAsync(TaskSamples.Bare("b"));

        Assert.Equal(new TaskPage([bare!, full!], null), await ListAsync(store, new TaskQuery()));
    }

    [Theory]
    [InlineData("TASK-A")]
    [InlineData("sk-a")]
    [InlineData("title ü")]
    [InlineData("ÜB")]
    [InlineData("anna")]
    [InlineData("subject-7")]
    [InlineData("7")]
    [InlineData("🚚")]
    [InlineData("a title übung 🚚")]
    [InlineData("100%")]
    [InlineData("it's \"so\"")]
    public async Task Finds_text_in_id_title_owner_and_subject_whatever_its_case(string text)
    {
        var store = CreateStore();
        await store.TrySaveAsync(TaskSamples.Bare("other"));
        await store.TrySaveAsync(TaskSamples.Bare("task-a") with
        {
            Title = "A Title Übung 🚚 of 100% it's \"so\"", Owner = "Anna", SubjectId = "Subject-7",
        });

        Assert.Equal(["task-a"], await IdsAsync(store, new TaskQuery { Text = text }));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("*")]
    [InlineData("_")]
    [InlineData("pur*")]
    [InlineData("purchase OR other")]
    [InlineData("\"purchase\"")]
    [InlineData("other\npurchase")]
    [InlineData("purchase bob")]
    [InlineData("{}")]
    [InlineData("transaction")]
    public async Task Takes_text_for_nothing_but_itself(string text)
    {
        var store = CreateStore();
        await store.TrySaveAsync(TaskSamples.Bare("other"));

        Assert.Empty(await IdsAsync(store, new TaskQuery { Text = text }));
    }

    [Fact]
    public async Task Finds_a_task_by_the_text_it_has_now()
    {
        var store = CreateStore();
        var saved = await store.TrySaveAsync(TaskSamples.Bare("a") with { Title = "before" });
        await store.TrySaveAsync(saved! with { Title = "afterwards" });

        Assert.Empty(await IdsAsync(store, new TaskQuery { Text = "before" }));
        Assert.Equal(["a"], await IdsAsync(store, new TaskQuery { Text = "afterwards" }));
    }

    [Fact]
    public async Task Counts_by_kind_and_status_whose_they_are()
    {
        var store = CreateStore();
        await store.TrySaveAsync(TaskSamples.At("a", 5));
        await store.TrySaveAsync(TaskSamples.At("b", 1));
        await store.TrySaveAsync(TaskSamples.At("c", 2).Standing(TrackedStatus.Running));
        var failed = await store.TrySaveAsync(TaskSamples.Full("d"));
        await store.TrySaveAsync(failed! with { Owner = "Bob", UpdatedAt = Samples.Now.AddSeconds(9) });
        await store.TrySaveAsync(TaskSamples.Full("e"));

        Assert.Equal(
            [
                new TaskCount(TaskKind.Purchase, TrackedStatus.Pending, 2, Samples.Now.AddSeconds(1)),
                new TaskCount(TaskKind.Purchase, TrackedStatus.Running, 1, Samples.Now.AddSeconds(2)),
                new TaskCount(TaskKind.Order, TrackedStatus.Failed, 2, Samples.Now.AddSeconds(2)),
            ],
            await store.CountAsync(owner: null));
        Assert.Equal(
            [
                new TaskCount(TaskKind.Purchase, TrackedStatus.Pending, 2, Samples.Now.AddSeconds(1)),
                new TaskCount(TaskKind.Purchase, TrackedStatus.Running, 1, Samples.Now.AddSeconds(2)),
                new TaskCount(TaskKind.Order, TrackedStatus.Failed, 1, Samples.Now.AddSeconds(9)),
            ],
            await store.CountAsync("Bob"));
        Assert.Empty(await store.CountAsync("nobody"));
    }

    [Fact]
    public async Task Counts_the_tasks_that_were_taken_down_from_a_moment_on()
    {
        var store = CreateStore();
        await store.TrySaveAsync(TaskSamples.At("a", 1));
        await store.TrySaveAsync(TaskSamples.At("b", 2));
        await store.TrySaveAsync(TaskSamples.At("c", 3) with { Owner = "Ada" });
        await store.TrySaveAsync(TaskSamples.At("d", 4).Standing(TrackedStatus.Running) with { UpdatedAt = Samples.Now.AddSeconds(9) });

        var all = await store.CountSinceAsync(owner: null, Samples.Now.AddSeconds(2));
        var own = await store.CountSinceAsync("Bob", Samples.Now.AddSeconds(2));

        Assert.Equal(
            [new TaskCount(TaskKind.Purchase, TrackedStatus.Pending, 2, Samples.Now.AddSeconds(2)), new TaskCount(TaskKind.Purchase, TrackedStatus.Running, 1, Samples.Now.AddSeconds(9))], all);
        Assert.Equal(
            [new TaskCount(TaskKind.Purchase, TrackedStatus.Pending, 1, Samples.Now.AddSeconds(2)), new TaskCount(TaskKind.Purchase, TrackedStatus.Running, 1, Samples.Now.AddSeconds(9))], own);
        Assert.Empty(await store.CountSinceAsync(owner: null, Samples.Now.AddSeconds(5)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Goes_on_after_the_last_task_of_a_page_whatever_was_added_or_deleted(bool isDescending)
    {
        var store = CreateStore();
        foreach (var second in Enumerable.Range(1, 9))
        {
            await store.TrySaveAsync(TaskSamples.At($"t{second}", second * 10));
        }

        var query = new TaskQuery { IsDescending = isDescending };
        var first = await store.ListAsync(query, 4, cursor: null);
        await store.TrySaveAsync(TaskSamples.At("before", isDescending ? 1000 : -1000));
        await store.TrySaveAsync(TaskSamples.At("amid", 55));
        await store.TryDeleteAsync(first.Tasks[^1].TaskId, 1);
        var next = await store.ListAsync(query, 4, first.Next);
        var third = await store.ListAsync(query, 4, next.Next);

        string[] expected = ["t1", "t2", "t3", "t4", "t5", "amid", "t6", "t7", "t8", "t9"];
        Assert.Equal(
            isDescending ? ["t9", "t8", "t7", "t6", "amid", "t5", "t4", "t3", "t2", "t1"] : expected,
            first.Tasks.Concat(next.Tasks).Concat(third.Tasks).Select(task => task.TaskId));
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task Has_no_cursor_when_a_page_ends_with_the_last_task()
    {
        var store = CreateStore();
        await store.TrySaveAsync(TaskSamples.At("a", 1));
        await store.TrySaveAsync(TaskSamples.At("b", 2));

        Assert.Null((await store.ListAsync(new TaskQuery(), 2, cursor: null)).Next);
        Assert.NotNull((await store.ListAsync(new TaskQuery(), 1, cursor: null)).Next);
    }

    [Fact]
    public async Task Refuses_a_cursor_of_another_query()
    {
        var store = CreateStore();
        await store.TrySaveAsync(TaskSamples.At("a", 1));
        await store.TrySaveAsync(TaskSamples.At("b", 2));
        var query = new TaskQuery { Statuses = [TrackedStatus.Pending, TrackedStatus.Running], Text = "Purchase" };
        var cursor = (await store.ListAsync(query, 1, cursor: null)).Next!;

        var same = query with { Statuses = [TrackedStatus.Running, TrackedStatus.Pending, TrackedStatus.Running], Text = "PURCHASE" };
        Assert.Equal("a", Assert.Single((await store.ListAsync(same, 1, cursor)).Tasks).TaskId);
        TaskQuery[] others =
        [
            query with { Owner = "Bob" },
            query with { Statuses = [TrackedStatus.Pending] },
            query with { Kinds = [TaskKind.Purchase] },
            query with { CreatedFrom = Samples.Now.AddDays(-1) },
            query with { CreatedTo = Samples.Now.AddDays(1) },
            query with { Text = null },
            query with { Sort = TaskSort.Updated },
            query with { IsDescending = false },
        ];
        foreach (var other in others)
        {
            await Assert.ThrowsAsync<InvalidCursorException>(async () => await store.ListAsync(other, 1, cursor));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not a cursor!")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    [InlineData("ü")]
    public async Task Refuses_what_is_no_cursor(string cursor)
    {
        var store = CreateStore();
        await store.TrySaveAsync(TaskSamples.Bare("a"));

        await Assert.ThrowsAsync<InvalidCursorException>(async () => await store.ListAsync(new TaskQuery(), 1, cursor));
    }

    /// <inheritdoc/>
    protected override ValueTask<TrackedTask?> FindAsync(ITaskStore store, string id) => store.FindAsync(id);

    /// <inheritdoc/>
    protected override ValueTask<TrackedTask?> TrySaveAsync(ITaskStore store, TrackedTask record) => store.TrySaveAsync(record);

    /// <inheritdoc/>
    protected override TrackedTask Full(string id) => TaskSamples.Full(id);

    /// <inheritdoc/>
    protected override TrackedTask Bare(string id) => TaskSamples.Bare(id);

    /// <inheritdoc/>
    protected override TrackedTask AtVersion(TrackedTask record, long version) => record with { Version = version };

    /// <inheritdoc/>
    protected override DateTimeOffset BeganAt(TrackedTask record) => record.CreatedAt;

    private static ValueTask<TaskPage> ListAsync(ITaskStore store, TaskQuery query) => store.ListAsync(query, 100, cursor: null);

    private static async Task<IEnumerable<string>> IdsAsync(ITaskStore store, TaskQuery query) =>
        (await ListAsync(store, query)).Tasks.Select(task => task.TaskId);
}
