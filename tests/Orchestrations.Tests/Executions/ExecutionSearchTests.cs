using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

public sealed class ExecutionSearchTests
{
    private const int Count = 450;

    [Fact]
    public async Task Goes_through_all_executions_in_one_request_while_there_is_time()
    {
        await using var fixture = await FillAsync();

        var found = await SearchOf(fixture).FindAsync(Having(fixture, "the first"), limit: 25, cursor: null, _ => ValueTask.FromResult(true));

        Assert.Equal(["run-0"], found.Items.Select(execution => execution.Name));
        Assert.Equal((null, Count), (found.Next, found.Examined));
    }

    [Fact]
    public async Task A_word_may_be_anywhere_in_the_name_the_input_or_the_output()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        await fixture.StartAsync("""{ "seconds": 60, "order": "A lamp" }""", "run-0");
        await fixture.StartAsync("""{ "seconds": 60, "order": "a chair" }""", "Lamp-1");
        await fixture.StartAsync("""{ "seconds": 60, "order": "a lamp" }""", "lamp-2");
        await fixture.StartAsync("""{ "seconds": 60, "order": "a table" }""", "run-3");
        var search = SearchOf(fixture);
        async Task<string[]> NamesAsync(ExecutionCriteria criteria) =>
            [.. (await search.FindAsync(criteria with { StateMachineArn = fixture.MachineArn }, limit: 25, cursor: null, _ => ValueTask.FromResult(true))).Items.Select(found => found.Name)];

        Assert.Equal(["lamp-2", "Lamp-1", "run-0"], await NamesAsync(new ExecutionCriteria { Anywhere = "lamp" }));
        Assert.Equal(["lamp-2", "run-0"], await NamesAsync(new ExecutionCriteria { Text = "lamp" }));
        Assert.Equal(["Lamp-1"], await NamesAsync(new ExecutionCriteria { Anywhere = "lamp", Text = "\"order\": \"a chair\"" }));
    }

    [Fact]
    public async Task Answers_with_what_it_has_when_the_time_is_over_and_goes_on_from_there()
    {
        await using var fixture = await FillAsync();
        var search = SearchOf(fixture);
        var criteria = new ExecutionCriteria { StateMachineArn = fixture.MachineArn };
        // To look at one takes so long that a batch of sixteen takes more than a request may.
        ValueTask<bool> IsEvenAsync(string arn)
        {
            fixture.Time.Advance(TimeSpan.FromMilliseconds(20));
            return ValueTask.FromResult("02468".Contains(arn[^1], StringComparison.Ordinal));
        }

        var (names, examined, cursor) = (new List<string>(), 0, (string?)null);
        do
        {
            var found = await search.FindAsync(criteria, limit: 25, cursor, IsEvenAsync);
            Assert.InRange(found.Examined, 1, 32);
            names.AddRange(found.Items.Select(execution => execution.Name));
            (examined, cursor) = (examined + found.Examined, found.Next);
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, Count).Reverse().Where(number => number % 2 == 0).Select(number => $"run-{number}"), names);
        Assert.Equal(Count, examined);
    }

    private static ExecutionCriteria Having(EngineFixture fixture, string text) => new() { StateMachineArn = fixture.MachineArn, Text = text };

    private static ExecutionSearch SearchOf(EngineFixture fixture) => new(fixture.Executions, new NoMapRuns(fixture.Executions), fixture.Time);

    private static async Task<EngineFixture> FillAsync()
    {
        var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        for (var number = 0; number < Count; number++)
        {
            var input = JsonObject.Of(("seconds", Json.Of(60)), ("order", Json.Of(number == 0 ? "the first" : "another")));
            await fixture.StartAsync(input.ToString(), $"run-{number}");
        }

        return fixture;
    }
}
