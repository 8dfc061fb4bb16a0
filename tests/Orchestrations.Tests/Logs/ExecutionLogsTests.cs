using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Logs;
using TaskOrchestration.Orchestrations.Tests.Telemetry;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Logs;

public class ExecutionLogsTests
{
    private const string Account = "123456789012";

    private const string Failing = """
        {
          "StartAt": "pay",
          "States": {
            "pay": { "Type": "Task", "Resource": "charge", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "sorry" }], "End": true },
            "sorry": { "Type": "Fail", "Error": "Sorry", "Cause": "no money" }
          }
        }
        """;

    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:Machine";

    private readonly ManualTimeProvider time = new();
    private readonly RememberedBlobs blobs = new();
    private StateMachineCatalog? catalog;

    [Fact]
    public async Task Writes_a_line_for_every_event_as_AWS_writes_it()
    {
        var run = Simulation.Run("""{"StartAt":"hello","States":{"hello":{"Type":"Pass","End":true}}}""", """{"a":"b"}""");

        await LogAsync("ALL", withData: true, run);

        Assert.Equal(
            """
            {"id":"1","type":"ExecutionStarted","details":{"input":"{\"a\":\"b\"}","inputDetails":{"truncated":false},"roleArn":"arn:aws:iam::123456789012:role/Role"},"previous_event_id":"0","event_timestamp":"1769848200000","execution_arn":"arn:aws:states:us-east-1:123456789012:execution:Machine:run-1","redrive_count":"0"}
            {"id":"2","type":"PassStateEntered","details":{"name":"hello","input":"{\"a\":\"b\"}","inputDetails":{"truncated":false}},"previous_event_id":"0","event_timestamp":"1769848200000","execution_arn":"arn:aws:states:us-east-1:123456789012:execution:Machine:run-1","redrive_count":"0"}
            {"id":"3","type":"PassStateExited","details":{"name":"hello","output":"{\"a\":\"b\"}","outputDetails":{"truncated":false}},"previous_event_id":"2","event_timestamp":"1769848200000","execution_arn":"arn:aws:states:us-east-1:123456789012:execution:Machine:run-1","redrive_count":"0"}
            {"id":"4","type":"ExecutionSucceeded","details":{"output":"{\"a\":\"b\"}","outputDetails":{"truncated":false}},"previous_event_id":"3","event_timestamp":"1769848200000","execution_arn":"arn:aws:states:us-east-1:123456789012:execution:Machine:run-1","redrive_count":"0"}

            """,
            blobs.All.Single().Text);
        Assert.Equal("logs/Machine/2026/01/31/08-000001.jsonl", blobs.All.Single().Path);
    }

    [Theory]
    [InlineData("ALL", "ExecutionStarted TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted LambdaFunctionFailed TaskStateExited FailStateEntered ExecutionFailed")]
    [InlineData("ERROR", "LambdaFunctionFailed FailStateEntered ExecutionFailed")]
    [InlineData("FATAL", "ExecutionFailed")]
    [InlineData("OFF", "")]
    public async Task Logs_the_events_of_the_machines_level(string level, string expected)
    {
        await LogAsync(level, withData: false, Simulation.Run(Failing, "{}", _ => Answer.Failure("NoMoney")));

        Assert.Equal(expected, string.Join(' ', Records().Select(record => ((JsonString)record["type"]!).Value)));
        Assert.DoesNotContain(Records(), record => ((JsonObject)record["details"]!).Contains("input"));
    }

    [Fact]
    public async Task Logs_executions_of_EXPRESS_machines()
    {
        await LogAsync("FATAL", withData: false, Simulation.Run(Failing, "{}", _ => Answer.Failure("NoMoney")), StateMachineType.Express);

        Assert.Single(Records());
    }

    [Fact]
    public async Task Cuts_off_what_is_longer_than_CloudWatch_takes_and_says_so()
    {
        var run = Simulation.Run("""{"StartAt":"hello","States":{"hello":{"Type":"Pass","End":true}}}""", $"\"{new string('x', 250 * 1024)}\"");

        await LogAsync("ALL", withData: true, run);
        var details = (JsonObject)Records().First()["details"]!;

        Assert.Equal(248 * 1024, ((JsonString)details["input"]!).Value.Length);
        Assert.Equal(Json.Parse("""{"truncated":true}"""), details["inputDetails"]);
    }

    [Fact]
    public async Task Goes_on_after_the_last_blob_of_the_hour_that_a_process_before_it_wrote()
    {
        var run = Simulation.Run(Failing, "{}", _ => Answer.Failure("NoMoney"));

        await LogAsync("FATAL", withData: false, run);
        await LogAsync("FATAL", withData: false, run);

        Assert.Equal(["logs/Machine/2026/01/31/08-000001.jsonl", "logs/Machine/2026/01/31/08-000002.jsonl"], blobs.All.Select(blob => blob.Path));
    }

    [Fact]
    public async Task Keeps_what_could_not_be_written_for_the_next_attempt()
    {
        var run = Simulation.Run(Failing, "{}", _ => Answer.Failure("NoMoney"));
        await using (var logs = await LogsAsync("FATAL", withData: false))
        {
            blobs.IsBroken = true;
            Tell(logs, run);
            time.Advance(TimeSpan.FromSeconds(11));
            Assert.Empty(blobs.All);
            blobs.IsBroken = false;
        }

        Assert.Single(Records());
    }

    [Fact]
    public async Task Deletes_logs_whose_days_are_over()
    {
        await using var logs = await LogsAsync("ALL", withData: false, new ExecutionLogOptions { HotDays = 7 });

        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal([("logs", time.GetUtcNow().AddDays(-7))], blobs.Purged);
    }

    [Fact]
    public async Task Wants_no_history_of_machines_that_log_nothing_or_are_gone()
    {
        await using var off = await LogsAsync("OFF", withData: false);
        await using var on = await LogsAsync("ERROR", withData: false);
        var start = Simulation.Start(JsonObject.Empty);

        Assert.Equal((false, true, false), (off.WantsHistory(start), on.WantsHistory(start), on.WantsHistory(start with { StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:Gone" })));
    }

    [Fact]
    public async Task An_execution_of_a_version_is_logged_as_that_says()
    {
        await using var logs = await LogsAsync("ERROR", withData: false);
        await catalog!.Versions.PublishAsync(Machine, revisionId: null, description: null);
        await catalog.UpdateAsync(Machine, new StateMachineChange { LoggingConfiguration = JsonObject.Of(("level", Json.Of("OFF"))) });
        var start = Simulation.Start(JsonObject.Empty);

        Assert.Equal((false, true), (logs.WantsHistory(start), logs.WantsHistory(start with { Version = 1 })));

        await catalog.Versions.DeleteAsync(Machine, 1);
        Assert.False(logs.WantsHistory(start with { Version = 1 }));
    }

    [Theory]
    [InlineData(0, 5, 1, 1)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(1, 5, 0, 1)]
    [InlineData(1, 5, 2, 1)]
    public async Task Refuses_options_that_make_no_sense(int days, int seconds, int blobBytes, int bufferBytes) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => LogsAsync(
            "ALL", withData: false, new ExecutionLogOptions { HotDays = days, FlushInterval = TimeSpan.FromSeconds(seconds), BlobBytes = blobBytes, BufferBytes = bufferBytes }));

    private async Task LogAsync(string level, bool withData, Simulation run, StateMachineType type = StateMachineType.Standard)
    {
        await using var logs = await LogsAsync(level, withData);
        Tell(logs, run, type);
    }

    private static void Tell(ExecutionLogs logs, Simulation run, StateMachineType type = StateMachineType.Standard)
    {
        foreach (ExecutionObservation observation in Observations.Of(run, Account, type))
        {
            logs.Observe(observation);
        }
    }

    private async Task<ExecutionLogs> LogsAsync(string level, bool withData, ExecutionLogOptions? options = null)
    {
        catalog = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), time);
        await catalog.CreateAsync(new StateMachineDraft
        {
            Name = "Machine",
            Definition = Failing,
            RoleArn = "arn:aws:iam::123456789012:role/Role",
            LoggingConfiguration = JsonObject.Of(("level", Json.Of(level)), ("includeExecutionData", Json.Of(withData))),
        });
        return new ExecutionLogs(Task.FromResult<StateMachineCatalog?>(catalog), blobs, options ?? new ExecutionLogOptions(), time, NullLogger<ExecutionLogs>.Instance);
    }

    private IEnumerable<JsonObject> Records() =>
        blobs.All.SelectMany(blob => blob.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => (JsonObject)Json.Parse(line));
}
