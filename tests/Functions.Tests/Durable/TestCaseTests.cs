using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Functions.Tests.Durable;

public sealed class TestCaseTests
{
    /// <summary>Goes round until the last response of the test case.</summary>
    private const string Round =
        """
        {"StartAt":"W","States":{
          "W":{"Type":"Task","Resource":"w","Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":1}],"Next":"Over?"},
          "Over?":{"Type":"Choice","Choices":[{"Variable":"$.over","BooleanEquals":true,"Next":"Over"}],"Default":"W"},
          "Over":{"Type":"Succeed"}}}
        """;

    private const string Configuration =
        """
        {
          "StateMachines": { "Machine": { "TestCases": { "Counting": { "W": "Counting" } } } },
          "MockedResponses": { "Counting": {
            "0": { "Throw": { "Error": "Busy" } }, "1-59": { "Return": { "over": false } }, "60": { "Return": { "over": true, "n": 60 } } } }
        }
        """;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 5)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_attempt_gets_its_own_response_whatever_goes_wrong(int seed)
    {
        var real = new ScriptedRouter();
        var router = new TestCaseRouter(MockConfigurationReader.Read(Configuration).Configuration!, real);
        var world = new DurableWorld(router, seed == 0 ? new HubOptions { LosesEveryEpisodeOnce = true } : new HubOptions { Mischief = Mischief.Everything(seed) });

        var record = await world.StartAsync(Round, Simulation.Start(JsonObject.Empty) with { TestCase = "Counting" });
        await world.Hub.RunToTheEndAsync();

        var ended = await world.FindAsync(record);
        Assert.Equal((ExecutionStatus.Succeeded, """{"over":true,"n":60}"""), (ended.Status, ended.Output?.ToString()));
        Assert.Empty(real.Calls);
    }
}
