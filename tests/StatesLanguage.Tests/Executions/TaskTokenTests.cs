using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class TaskTokenTests
{
    private static readonly ExecutionStart Start = Simulation.Start(JsonObject.Empty);

    [Fact]
    public void Says_which_execution_and_task_it_belongs_to()
    {
        Assert.True(TaskToken.TryParse(TaskToken.Create(Start, 7), out var token));
        Assert.Equal(new TaskToken(Start.ExecutionArn, 7), token);
    }

    [Fact]
    public void Is_the_same_again_for_the_same_facts() => Assert.Equal(TaskToken.Create(Start, 7), TaskToken.Create(Start with { }, 7));

    [Fact]
    public void Is_not_genuine_under_another_seed()
    {
        var forged = TaskToken.Create(Start with { Seed = new string('a', 64) }, 7);

        Assert.False(TaskToken.IsGenuine(forged, Start));
        Assert.True(TaskToken.IsGenuine(TaskToken.Create(Start, 7), Start));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not a token!")]
    public void Is_not_read_from_any_text(string text) => Assert.False(TaskToken.TryParse(text, out _));

    [Fact]
    public void Does_not_hold_the_seed() =>
        Assert.DoesNotContain(Start.Seed[..16], Convert.ToHexStringLower(System.Buffers.Text.Base64Url.DecodeFromChars(TaskToken.Create(Start, 7))), StringComparison.Ordinal);
}
