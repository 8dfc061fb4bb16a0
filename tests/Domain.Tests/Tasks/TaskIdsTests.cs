using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Tests.Contracts;

namespace TaskOrchestration.Domain.Tests.Tasks;

public sealed class TaskIdsTests
{
    private static readonly byte[] Entropy = [0, 1, 2, 3, 4, 5, 6, 7, 8, 255];

    [Fact]
    public void Makes_ids_of_one_form()
    {
        Assert.Equal("task-01hqv77jg0000g40r40m30e27z", TaskIds.New(new DateTimeOffset(2024, 2, 29, 20, 0, 0, TimeSpan.Zero), Entropy));
        Assert.True(TaskIds.IsTaskId(TaskIds.New(Samples.Now, Entropy)));
        Assert.True(TaskIds.IsTaskId(TaskIds.From("anything")));
    }

    [Fact]
    public void Makes_ids_that_sort_by_time()
    {
        var ids = Enumerable.Range(0, 50).Select(i => TaskIds.New(Samples.Now.AddMilliseconds(i * 977), [.. Entropy.Select(b => (byte)(b * 31 * (i + 7)))]));

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Makes_the_same_id_of_the_same_text_and_another_of_another()
    {
        Assert.Equal(TaskIds.From("a"), TaskIds.From("a"));
        Assert.NotEqual(TaskIds.From("a"), TaskIds.From("b"));
    }

    [Fact]
    public void Wants_all_its_randomness() => Assert.Throws<ArgumentException>(() => TaskIds.New(Samples.Now, [1, 2, 3]));

    [Theory]
    [InlineData("")]
    [InlineData("task-")]
    [InlineData("task-0123456789abcdefghjkmnpqr")]
    [InlineData("task-0123456789abcdefghjkmnpqrst")]
    [InlineData("Task-0123456789abcdefghjkmnpqrs")]
    [InlineData("task-0123456789ABCDEFGHJKMNPQRS")]
    [InlineData("task-0123456789abcdefghijklmnop")]
    [InlineData("0123456789abcdefghjkmnpqrstask-")]
    public void Knows_what_is_no_id(string text) => Assert.False(TaskIds.IsTaskId(text));
}
