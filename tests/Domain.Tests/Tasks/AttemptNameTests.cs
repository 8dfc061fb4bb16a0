using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Domain.Tests.Tasks;

public sealed class AttemptNameTests
{
    private static readonly string TaskId = TaskIds.From("a");

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "-2")]
    [InlineData(10, "-10")]
    [InlineData(int.MaxValue, "-2147483647")]
    public void Names_attempts_and_reads_their_names(int attempt, string suffix)
    {
        var name = AttemptName.Of(TaskId, attempt);

        Assert.Equal($"{TaskId}{suffix}", name);
        Assert.True(AttemptName.TryParse(name, out var taskId, out var parsed));
        Assert.Equal((TaskId, attempt), (taskId, parsed));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-0")]
    [InlineData("-02")]
    [InlineData("-")]
    [InlineData("-x")]
    [InlineData("-2-3")]
    [InlineData("--2")]
    [InlineData("-+2")]
    [InlineData("-2147483648")]
    [InlineData(" -2")]
    public void Knows_what_is_no_name_of_an_attempt(string suffix) => Assert.False(AttemptName.TryParse($"{TaskId}{suffix}", out _, out _));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("order-7")]
    public void Knows_names_that_have_nothing_to_do_with_tasks(string name) => Assert.False(AttemptName.TryParse(name, out _, out _));

    [Fact]
    public void Counts_attempts_from_one() => Assert.Throws<ArgumentOutOfRangeException>(() => AttemptName.Of(TaskId, 0));
}
