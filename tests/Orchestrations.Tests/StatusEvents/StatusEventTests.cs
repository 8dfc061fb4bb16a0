using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

public sealed class StatusEventTests
{
    private const string Arn = "arn:aws:states:eu-west-1:111122223333:execution:orders:one";
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);
    private static readonly DateTimeOffset Stop = Start.AddSeconds(3);

    [Fact]
    public void Has_the_shape_that_EventBridge_gives_it()
    {
        var change = new StatusChange { Subscription = "billing", ExecutionArn = Arn, Status = ReportedStatus.Succeeded, At = Stop };

        var made = StatusEvent.Of(change, Execution(ExecutionStatus.Succeeded) with { Output = Json.Parse("""{"b":2}"""), RedriveStatusReason = "Execution is SUCCEEDED and cannot be redriven" });

        Assert.Equal(
            $$$"""
            {"version":"0","id":"{{{change.EventId}}}","detail-type":"Step Functions Execution Status Change","source":"aws.states","account":"111122223333",
            "time":"2026-03-01T12:00:03Z","region":"eu-west-1","resources":["{{{Arn}}}"],
            "detail":{"executionArn":"{{{Arn}}}","stateMachineArn":"arn:aws:states:eu-west-1:111122223333:stateMachine:orders","name":"one","status":"SUCCEEDED",
            "startDate":1772366400250,"stopDate":1772366403250,"input":"{\"a\":1}","output":"{\"b\":2}","stateMachineVersionArn":null,"stateMachineAliasArn":null,
            "redriveCount":0,"redriveDate":null,"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven",
            "inputDetails":{"included":true},"outputDetails":{"included":true},"error":null,"cause":null}}
            """.ReplaceLineEndings(""),
            made.ToString());
    }

    [Fact]
    public void Tells_of_a_run_that_was_redriven_since_as_it_ended()
    {
        var change = new StatusChange { Subscription = "billing", ExecutionArn = Arn, Status = ReportedStatus.Failed, At = Stop, Failure = new Failure("Broken", null) };
        var now = Execution(ExecutionStatus.Succeeded) with { Output = Json.Parse("1") };

        var detail = Detail(change, now with { Summary = now.Summary with { RedriveCount = 1, RedriveDate = Stop.AddHours(1), StopDate = Stop.AddHours(2) } });

        Assert.Equal(
            """[1772366403250,null,0,null,"REDRIVABLE",null,null,"Broken",null]""",
            Members(detail, "stopDate", "output", "redriveCount", "redriveDate", "redriveStatus", "redriveStatusReason", "outputDetails", "error", "cause"));
    }

    [Fact]
    public void Says_when_a_run_began_again()
    {
        var now = Execution(ExecutionStatus.Running);
        var change = new StatusChange { Subscription = "billing", ExecutionArn = Arn, Status = ReportedStatus.Running, RedriveCount = 2, At = Stop };

        var detail = Detail(change, now with { Summary = now.Summary with { RedriveCount = 2, RedriveDate = Stop } });

        Assert.Equal(
            """["RUNNING",null,2,1772366403250,"NOT_REDRIVABLE","Execution is RUNNING and cannot be redriven"]""",
            Members(detail, "status", "stopDate", "redriveCount", "redriveDate", "redriveStatus", "redriveStatusReason"));
    }

    [Fact]
    public void Says_why_a_run_that_failed_cannot_be_redriven()
    {
        var change = new StatusChange { Subscription = "billing", ExecutionArn = Arn, Status = ReportedStatus.TimedOut, At = Stop, Failure = new Failure("States.Timeout", null) };

        var detail = Detail(change, Execution(ExecutionStatus.TimedOut) with { RedriveStatus = RedriveStatus.NotRedrivable, RedriveStatusReason = "Execution history event limit exceeded" });

        Assert.Equal("""["NOT_REDRIVABLE","Execution history event limit exceeded"]""", Members(detail, "redriveStatus", "redriveStatusReason"));
    }

    [Theory]
    [InlineData(1_000, 1_000, true, true)]
    [InlineData(150_000, 150_000, false, true)]
    [InlineData(1_000, 253_953, true, false)]
    [InlineData(253_953, 253_953, false, false)]
    [InlineData(253_948, 4, true, true)]
    [InlineData(253_949, 4, false, true)]
    public void Leaves_out_what_makes_it_too_large(int inputLength, int outputLength, bool hasInput, bool hasOutput)
    {
        var change = new StatusChange { Subscription = "billing", ExecutionArn = Arn, Status = ReportedStatus.Succeeded, At = Stop };

        var detail = Detail(change, Execution(ExecutionStatus.Succeeded) with { Input = TextOf(inputLength), Output = TextOf(outputLength) });

        Assert.Equal((hasInput, hasOutput), (detail["input"] is JsonString, detail["output"] is JsonString));
        Assert.Equal($$"""[{"included":{{(hasInput ? "true" : "false")}}},{"included":{{(hasOutput ? "true" : "false")}}}]""", Members(detail, "inputDetails", "outputDetails"));
    }

    [Fact]
    public void Names_the_version_and_the_alias_it_was_started_by()
    {
        var execution = Execution(ExecutionStatus.Running);
        var change = new StatusChange { Subscription = "billing", ExecutionArn = Arn, Status = ReportedStatus.Running, At = Start };

        var detail = Detail(change, execution with { Summary = execution.Summary with { Version = 3, Alias = "live" } });

        Assert.Equal(
            """["arn:aws:states:eu-west-1:111122223333:stateMachine:orders:3","arn:aws:states:eu-west-1:111122223333:stateMachine:orders:live"]""",
            Members(detail, "stateMachineVersionArn", "stateMachineAliasArn"));
    }

    [Fact]
    public void Has_an_id_that_is_the_same_for_every_attempt_and_differs_from_all_others()
    {
        var changes =
            from arn in new[] { Arn, $"{Arn}2" }
            from status in Enum.GetValues<ReportedStatus>()
            from redrives in new[] { 0, 1 }
            select new StatusChange { Subscription = "billing", ExecutionArn = arn, Status = status, RedriveCount = redrives, At = Stop };

        var ids = changes.Select(change => change.EventId).ToList();

        Assert.Equal(ids, changes.Select(change => (change with { Subscription = "other", At = Start }).EventId));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(Guid.TryParse(id, out _)));
    }

    private static ExecutionDescription Execution(ExecutionStatus status) => new()
    {
        Summary = new ExecutionSummary
        {
            ExecutionArn = Arn,
            StateMachineArn = "arn:aws:states:eu-west-1:111122223333:stateMachine:orders",
            Name = "one",
            Status = status,
            StartDate = Start,
            StopDate = status == ExecutionStatus.Running ? null : Stop,
        },
        Input = Json.Parse("""{"a":1}"""),
    };

    /// <summary>A text of so many bytes once its own quotation marks have backslashes before them.</summary>
    private static Json TextOf(int bytes) => Json.Of(new string('x', bytes - 4));

    private static JsonObject Detail(StatusChange change, ExecutionDescription execution) => (JsonObject)StatusEvent.Of(change, execution)["detail"]!;

    private static string Members(JsonObject detail, params string[] names) => JsonArray.Of(names.Select(name => detail[name]!)).ToString();
}
