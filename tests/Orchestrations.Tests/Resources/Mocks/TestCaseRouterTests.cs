using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Mocks;

public sealed class TestCaseRouterTests
{
    private const string Configuration =
        """
        {
          "StateMachines": {
            "Machine": {
              "TestCases": {
                "Happy": { "A": "Fine" },
                "Retried": { "A": "BusyThenFine" },
                "Waiting": { "W": "Fine" },
                "Nested": { "N": "Fine" },
                "Each": { "M": "OneByOne" }
              }
            },
            "machine": { "TestCases": { "Two": { "first": "Fine" }, "One": { "work": "OneByOne" } } }
          },
          "MockedResponses": {
            "Fine": { "0": { "Return": { "fine": true } } },
            "BusyThenFine": { "0-1": { "Throw": { "Error": "Busy", "Cause": "full" } }, "2": { "Return": "at last" } },
            "OneByOne": { "0": { "Return": "first" }, "1": { "Return": "second" } }
          }
        }
        """;

    private const string TwoTasks =
        """
        {"StartAt":"A","States":{
          "A":{"Type":"Task","Resource":"a","ResultPath":"$.a","Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}],"Next":"B"},
          "B":{"Type":"Task","Resource":"b","ResultPath":"$.b","End":true},
          "C":{"Type":"Pass","Result":"caught","End":true}}}
        """;

    private static readonly MockConfiguration Mocks = MockConfigurationReader.Read(Configuration).Configuration!;

    private readonly ScriptedRouter real = new(call => new TaskOutcome.Succeeded(Json.Of($"real {call.Request.StateName}")));

    [Fact]
    public async Task A_state_that_is_not_in_the_test_case_has_its_work_really_done()
    {
        var ended = await RunAsync(TwoTasks, "Happy");

        Assert.Equal("""{"a":{"fine":true},"b":"real B"}""", ended.Output?.ToString());
        Assert.Equal(["B"], real.Calls.Select(call => call.Request.StateName));
    }

    [Fact]
    public async Task Without_a_test_case_everything_is_done()
    {
        var ended = await RunAsync(TwoTasks, testCase: null);

        Assert.Equal("""{"a":"real A","b":"real B"}""", ended.Output?.ToString());
    }

    [Fact]
    public async Task A_mocked_error_is_retried_and_caught_like_any_other() =>
        Assert.Equal("\"caught\"", (await RunAsync(TwoTasks, "Retried")).Output?.ToString());

    [Fact]
    public async Task An_attempt_without_a_response_fails_the_execution_and_nothing_takes_that()
    {
        var ended = await RunAsync(TwoTasks.Replace("\"End\":true", "\"Next\":\"A\"", StringComparison.Ordinal).Replace("\"caught\",\"Next\":\"A\"", "1,\"End\":true", StringComparison.Ordinal), "Happy");

        Assert.Equal(
            (ExecutionStatus.Failed, new Failure("States.Runtime", "The test case 'Happy' has no mocked response for attempt 1 at the state 'A': 'Fine' has responses for the attempts 0, counted from 0.")),
            (ended.Status, ended.Failure));
    }

    [Theory]
    [InlineData("Waiting", """{"StartAt":"W","States":{"W":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"MessageBody":{"token.$":"$$.Task.Token"}},"End":true}}}""")]
    [InlineData("Nested", """{"StartAt":"N","States":{"N":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"x"},"End":true}}}""")]
    [InlineData("Nested", """{"StartAt":"N","States":{"N":{"Type":"Task","Resource":"arn:aws:states:us-east-1:123456789012:activity:a","End":true}}}""")]
    public async Task A_mocked_task_waits_for_no_callback_no_job_and_no_worker(string testCase, string definition) =>
        Assert.Equal("""{"fine":true}""", (await RunAsync(definition, testCase)).Output?.ToString());

    [Fact]
    public async Task Iterations_take_the_responses_one_after_the_other()
    {
        const string Definition =
            """
            {"StartAt":"Each","States":{"Each":{"Type":"Map","ItemsPath":"$.items","End":true,
              "ItemProcessor":{"StartAt":"M","States":{"M":{"Type":"Task","Resource":"m","End":true}}}}}}
            """;

        Assert.Equal("""["first","second"]""", (await RunAsync(Definition, "Each", """{"items":[1,2]}""")).Output?.ToString());
    }

    [Fact]
    public async Task A_test_case_that_has_gone_is_not_run_in_earnest()
    {
        var ended = await RunAsync(TwoTasks, "Gone");

        Assert.Equal(
            new Failure("States.Runtime", "The execution was started with a test case that is not there: expected a test case of the state machine 'Machine' (Each, Happy, Nested, Retried, Waiting), found 'Gone'."),
            ended.Failure);
        Assert.Empty(real.Calls);
    }

    [Fact]
    public async Task A_crash_changes_neither_the_test_case_nor_the_count_of_attempts()
    {
        const string Definition =
            """
            {"StartAt":"work","States":{
              "work":{"Type":"Task","Resource":"work","ResultPath":"$.work","Next":"pause"},
              "pause":{"Type":"Wait","Seconds":60,"Next":"again?"},
              "again?":{"Type":"Choice","Choices":[{"Variable":"$.work","StringEquals":"first","Next":"work"}],"Default":"done"},
              "done":{"Type":"Succeed"}}}
            """;
        await using var fixture = await EngineFixture.OpenAsync(Definition, new TestCaseRouter(Mocks, real));
        var started = await fixture.Executions.StartAsync(new StartRequest { StateMachineArn = fixture.MachineArn, TestCase = "One" });
        await fixture.Time.WhenSetForAsync(fixture.Time.GetUtcNow().AddSeconds(60));

        await fixture.ReopenAsync(new TestCaseRouter(Mocks, real));
        var ending = fixture.Executions.WaitForEndAsync(started.ExecutionArn).AsTask();
        while (!ending.IsCompleted)
        {
            await Task.WhenAny(ending, fixture.Time.WhenSetForAsync(fixture.Time.GetUtcNow().AddSeconds(60)));
            fixture.Time.Advance(TimeSpan.FromSeconds(60));
        }

        Assert.Equal("""{"work":"second"}""", (await ending).Output?.ToString());
        Assert.Empty(real.Calls);
    }

    [Fact]
    public async Task A_name_that_was_given_with_another_test_case_is_taken()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause, new TestCaseRouter(Mocks, real));
        var wish = new StartRequest { StateMachineArn = fixture.MachineArn, Name = "run", Input = Json.Parse("""{"seconds":60}"""), TestCase = "One" };
        var started = await fixture.Executions.StartAsync(wish);

        Assert.Equal(started, await fixture.Executions.StartAsync(wish));
        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.Executions.StartAsync(wish with { TestCase = "Two" }));
        Assert.Equal(Refusal.ExecutionAlreadyExists, refused.Refusal);
    }

    [Theory]
    [InlineData("Machine", "Happy", null)]
    [InlineData("Machine", "Sad", "expected a test case of the state machine 'Machine' (Each, Happy, Nested, Retried, Waiting), found 'Sad'")]
    [InlineData("Other", "Happy", "expected a state machine of the mock configuration (Machine, machine), found 'Other'")]
    [InlineData("Machine", "Waiting", "expected Task states of the state machine 'Machine' in the test case 'Waiting', found 'W'")]
    public void A_test_case_fits_a_machine_or_says_why_not(string machine, string testCase, string? reason) =>
        Assert.Equal(reason, TestCases.WhyNot(Mocks, machine, testCase, Simulation.Machine(TwoTasks)));

    private Task<Execution> RunAsync(string definition, string? testCase, string input = "{}") => InMemoryRun.RunAsync(
        Simulation.Machine(definition),
        Simulation.Start(Json.Parse(input)) with { TestCase = testCase },
        new TestCaseRouter(Mocks, real),
        Simulation.Beginning);
}
