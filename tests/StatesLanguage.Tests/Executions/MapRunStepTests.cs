using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class MapRunStepTests
{
    private const string Reader = """ "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"b","Key.$":"$.key"},"ReaderConfig":{"InputType":"JSONL","MaxItemsPath":"$.most"}} """;

    private bool isBroken = true;

    [Fact]
    public void Asks_for_a_Map_Run_and_hands_its_result_on()
    {
        var run = Simulation.Run(DistributedMaps.Of(""" "ItemsPath":"$.items","ResultPath":"$.out" """), """{"items":[1,2]}""", _ => Answer.With("[3,4]"));

        Assert.Equal("""{"items":[1,2],"out":[3,4]}""", run.Execution.Output?.ToString());
        Assert.IsType<TaskResource.MapRun>(Assert.Single(run.Tasks).Resource);
        Assert.Equal(
            [
                (HistoryEventType.ExecutionStarted, 0L),
                (HistoryEventType.MapStateEntered, 0),
                (HistoryEventType.MapStateStarted, 2),
                (HistoryEventType.MapRunStarted, 3),
                (HistoryEventType.MapRunSucceeded, 4),
                (HistoryEventType.MapStateSucceeded, 5),
                (HistoryEventType.MapStateExited, 4),
                (HistoryEventType.ExecutionSucceeded, 7),
            ],
            Places(run));
        Assert.Equal(new HistoryDetails.MapStateStarted(2), run.History[2].Details);
        Assert.Equal(new HistoryDetails.MapRunStarted(Request(run).MapRunArn), run.History[3].Details);
    }

    [Fact]
    public void Takes_the_members_of_an_object_for_its_items()
    {
        var run = Simulation.Run(DistributedMaps.Of(""" "ItemsPath":"$.o" """), """{"o":{"a":1,"b":2}}""", _ => Answer.With("[3,4]"));

        Assert.Equal(new ItemSource.Members((JsonObject)Json.Parse("""{"a":1,"b":2}""")), Request(run).Source);
        Assert.Equal(new HistoryDetails.MapStateStarted(2), run.History[2].Details);
        Assert.Equal(ExecutionStatus.Succeeded, run.Execution.Status);
    }

    [Fact]
    public void Wanted_an_array_under_earlier_rules()
    {
        var execution = new Execution(Simulation.Machine(DistributedMaps.Of()));

        execution.Apply(new Fact.Started(default, Simulation.Start(Json.Parse("""{"a":1}""")) with { Rules = 3 }), [], []);

        Assert.EndsWith("Reference path \"$\" must point to array.", execution.Failure?.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"{% $states.input %}\"")]
    [InlineData("""{"a":"{% $states.input.a %}"}""")]
    public void Takes_the_members_of_an_object_in_JSONata_too(string items)
    {
        var definition = DistributedMaps.Of($$""" "QueryLanguage":"JSONata","Items":{{items}} """);

        Assert.Equal(new ItemSource.Members(JsonObject.Of(("a", Json.Of(1)))), Request(Simulation.Run(definition, """{"a":1}""", _ => Answer.Never)).Source);
    }

    [Fact]
    public void Says_in_its_request_all_that_depends_on_the_execution()
    {
        const string Fields = $$$"""
            "Label":"lines","MaxConcurrency":7,"ToleratedFailureCount":3,"ToleratedFailurePercentagePath":"$.share",{{{Reader}}},
            "ItemBatcher":{"MaxItemsPerBatchPath":"$.most","MaxInputBytesPerBatch":1000,"BatchInput":{"key.$":"$.key"}},
            "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"r","Prefix.$":"$.key"},"WriterConfig":{"Transformation":"COMPACT","OutputType":"JSONL"}}
            """;
        var run = Simulation.Run(DistributedMaps.Of(Fields, "EXPRESS"), """{"key":"a.jsonl","most":9,"share":2.5}""", _ => Answer.Never);

        var request = Request(run);
        var arn = MapRunArn.Parse(request.MapRunArn);
        Assert.Equal(("arn:aws:states:us-east-1:123456789012", "Machine", "lines"), (arn.Prefix, arn.StateMachineName, arn.Label));
        Assert.Equal(
            new MapRunRequest
            {
                MapRunArn = request.MapRunArn,
                StateName = "S",
                ExecutionType = StateMachineType.Express,
                MaxConcurrency = 7,
                Tolerance = new MapRunTolerance(3, 2.5),
                Source = new ItemSource.Read(
                    "arn:aws:states:::s3:getObject",
                    JsonObject.Of(("Bucket", Json.Of("b")), ("Key", Json.Of("a.jsonl"))),
                    new ReaderConfig { InputType = ReaderInputType.Jsonl },
                    MaxItems: 9),
                Batching = new ItemBatching(9, 1000, JsonObject.Of(("key", Json.Of("a.jsonl")))),
                Writing = new ResultWriting(
                    "arn:aws:states:::s3:putObject",
                    JsonObject.Of(("Bucket", Json.Of("r")), ("Prefix", Json.Of("a.jsonl"))),
                    new WriterConfig { Transformation = ResultTransformation.Compact, OutputType = ResultOutputType.Jsonl }),
                Input = run.Execution.Start.Input,
                Context = request.Context,
            },
            request);
        Assert.Equal("""{"Name":"S","EnteredTime":"2026-01-31T08:30:00.000Z","RetryCount":0}""", request.Context["State"]?.ToString());
        Assert.Equal(new HistoryDetails.MapStateStarted(0), run.History[2].Details);
    }

    [Fact]
    public void Gives_the_same_label_to_every_run_of_a_Map_without_one()
    {
        var labels = Enumerable.Range(0, 2)
            .Select(_ => MapRunArn.Parse(Request(Simulation.Run(DistributedMaps.Of(), "[]", _ => Answer.Never)).MapRunArn).Label)
            .Distinct();

        Assert.True(Guid.TryParse(Assert.Single(labels), out _));
    }

    [Fact]
    public void Takes_the_variables_along_for_the_selector()
    {
        const string Definition = """
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"x":1,"y":2},"Next":"P"},
              "P":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"B","States":{
                "B":{"Type":"Pass","Assign":{"z":4},"Next":"S"},
                "S":{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
                  "StartAt":"I","States":{"I":{"Type":"Succeed"}}}}}}]}}}
            """;

        Assert.Equal(Json.Parse("""{"x":1,"y":2,"z":4}"""), Request(Simulation.Run(Definition, "[]", _ => Answer.Never)).Variables);
    }

    [Theory]
    [InlineData("""{"key":"k","most":-1}""", "States.ItemReaderFailed: field MaxItems must be positive", "MapRunFailed, MapStateFailed, ExecutionFailed")]
    [InlineData(
        """{"key":"k","most":"many"}""",
        "States.Runtime: An error occurred while executing the state 'S' (entered at the event id #2). The MaxItemsPath field refers to value \"many\" which is not a valid integer: $.most",
        "MapStateEntered, MapStateStarted, ExecutionFailed")]
    public void Fails_for_a_number_of_items_that_is_none(string input, string failure, string lastEvents)
    {
        var run = Simulation.Run(DistributedMaps.Of(Reader), input);

        Assert.Equal(failure, $"{run.Execution.Failure?.Error}: {run.Execution.Failure?.Cause}");
        Assert.Equal(lastEvents, string.Join(", ", run.EventTypes.TakeLast(3)));
        Assert.Empty(run.Tasks);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(100_000_000, 100_000_000L)]
    [InlineData(100_000_001, null)]
    public void Reads_all_items_where_none_or_too_many_are_asked_for(long most, long? expected)
    {
        var run = Simulation.Run(DistributedMaps.Of(Reader), $$"""{"key":"k","most":{{most}}}""", _ => Answer.Never);

        Assert.Equal(expected, Assert.IsType<ItemSource.Read>(Request(run).Source).MaxItems);
    }

    [Fact]
    public void Looks_for_no_items_in_its_input_where_a_reader_reads_them()
    {
        var run = Simulation.Run(DistributedMaps.Of($$""" "ItemsPath":"$.nowhere",{{Reader}} """), """{"key":"k","most":1}""", _ => Answer.With("[]"));

        Assert.Equal(ExecutionStatus.Succeeded, run.Execution.Status);
    }

    [Theory]
    [InlineData(""" "MaxConcurrencyPath":"$.n" """, "MapStateEntered, ExecutionFailed")]
    [InlineData(""" "ToleratedFailureCountPath":"$.n" """, "MapStateEntered, MapStateStarted, ExecutionFailed")]
    public void Finds_a_mistake_in_the_concurrency_before_it_starts_and_one_in_the_tolerance_after(string fields, string lastEvents)
    {
        var run = Simulation.Run(DistributedMaps.Of($$""" "ItemsPath":"$.items",{{fields}} """), """{"items":[1],"n":"x"}""");

        Assert.Equal(lastEvents, string.Join(", ", run.EventTypes.Skip(1)));
    }

    [Fact]
    public void Begins_another_Map_Run_for_a_retry()
    {
        var run = Simulation.Run(
            DistributedMaps.Of(""" "Retry":[{"ErrorEquals":["States.ExceedToleratedFailureThreshold"],"MaxAttempts":1}] """),
            "[1]",
            new Turns(Answer.Failure("States.ExceedToleratedFailureThreshold"), Answer.With("[2]")).Next);

        Assert.Equal("[2]", run.Execution.Output?.ToString());
        Assert.Equal([0, 0], run.Tasks.Select(task => MapRunRequest.Of(task).RedriveCount));
        Assert.Equal(2, run.Tasks.Select(task => MapRunRequest.Of(task).MapRunArn).Distinct().Count());
        Assert.Equal(
            [
                (HistoryEventType.MapStateStarted, 2L),
                (HistoryEventType.MapRunStarted, 3),
                (HistoryEventType.MapRunFailed, 4),
                (HistoryEventType.MapStateStarted, 5),
                (HistoryEventType.MapRunStarted, 6),
                (HistoryEventType.MapRunSucceeded, 7),
                (HistoryEventType.MapStateSucceeded, 8),
                (HistoryEventType.MapStateExited, 7),
            ],
            Places(run).Skip(2).SkipLast(1));
    }

    [Fact]
    public void Hands_its_failure_to_a_catcher()
    {
        var run = Simulation.Run(
            DistributedMaps.Of(""" "Catch":[{"ErrorEquals":["States.ItemReaderFailed"],"Next":"Caught"}] """), "[1]", _ => Answer.Failure("States.ItemReaderFailed", "gone"));

        Assert.Equal("""{"Error":"States.ItemReaderFailed","Cause":"gone"}""", run.Execution.Output?.ToString());
        Assert.Equal(
            [HistoryEventType.MapRunFailed, HistoryEventType.MapStateFailed, HistoryEventType.MapStateExited],
            run.EventTypes.Skip(4).Take(3));
        Assert.Equal(new HistoryDetails.Failed("States.ItemReaderFailed", "gone"), run.History[4].Details);
    }

    [Fact]
    public void Has_the_same_Map_Run_go_on_when_it_is_redriven()
    {
        var run = Simulation.Run(DistributedMaps.Of(), "[1]", _ => isBroken ? Answer.Failure("E") : Answer.With("[5]"));
        var arn = Request(run).MapRunArn;
        isBroken = false;

        run.Give(new Fact.Redriven(run.Now, ClientToken: null));
        run.ToTheEnd();

        Assert.Equal("[5]", run.Execution.Output?.ToString());
        Assert.Equal([(arn, 0), (arn, 1)], run.Tasks.Select(MapRunRequest.Of).Select(request => (request.MapRunArn, request.RedriveCount)));
        Assert.Equal(
            [
                (HistoryEventType.ExecutionRedriven, 7L),
                (HistoryEventType.MapRunRedriven, 2),
                (HistoryEventType.MapRunSucceeded, 9),
                (HistoryEventType.MapStateSucceeded, 10),
                (HistoryEventType.MapStateExited, 9),
                (HistoryEventType.ExecutionSucceeded, 12),
            ],
            Places(run).Skip(7));
        Assert.Equal(new HistoryDetails.MapRunRedriven(arn, 1), run.History[8].Details);
    }

    [Fact]
    public void Has_it_go_on_after_a_stop_too()
    {
        var run = Simulation.Run(DistributedMaps.Of(), "[1]", _ => Answer.Never);
        run.Give(new Fact.Stopped(run.Now, new Failure(null, null)));

        run.Give(new Fact.Redriven(run.Now, ClientToken: null));

        Assert.Equal([0, 1], run.Tasks.Select(task => MapRunRequest.Of(task).RedriveCount));
        Assert.Single(run.Effects.OfType<Effect.CancelTask>());
    }

    [Fact]
    public void Is_aborted_with_its_branch()
    {
        const string Definition = """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"S","States":{"S":{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
                "StartAt":"I","States":{"I":{"Type":"Succeed"}}}}}},
              {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"F"},"F":{"Type":"Fail"}}}]}}}
            """;
        var run = Simulation.Run(Definition, "[1]", _ => Answer.Never);

        Assert.Equal(
            [HistoryEventType.MapRunAborted, HistoryEventType.MapStateAborted, HistoryEventType.ParallelStateFailed, HistoryEventType.ExecutionFailed],
            run.EventTypes.TakeLast(4));
        Assert.Single(run.Effects.OfType<Effect.CancelTask>());
    }

    [Fact]
    public void Fails_with_a_result_over_the_limit_in_the_name_of_the_state()
    {
        var run = Simulation.Run(DistributedMaps.Of(), "[1]", _ => Answer.With(Json.Of(new string('a', 300_000))));

        Assert.Equal(
            new Failure("States.DataLimitExceeded", "The state/task 'S' returned a result with a size exceeding the maximum number of bytes service limit."),
            run.Execution.Failure);
    }

    [Fact]
    public void Goes_on_from_a_snapshot()
    {
        var run = Simulation.Run(DistributedMaps.Of(), "[1]", _ => Answer.Never);
        var restored = Execution.Restore(run.Execution.Machine, (JsonObject)Json.Parse(run.Execution.Snapshot().ToString()));

        Assert.Equal(run.Execution.Outstanding(), restored.Outstanding());
    }

    private static MapRunRequest Request(Simulation run) => MapRunRequest.Of(run.Tasks.First());

    private static IEnumerable<(HistoryEventType Type, long PreviousId)> Places(Simulation run) => run.History.Select(happened => (happened.Type, happened.PreviousId));
}
