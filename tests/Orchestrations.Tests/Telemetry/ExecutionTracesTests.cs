using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

public class ExecutionTracesTests
{
    private const string Retried = """
        {
          "StartAt": "pay",
          "States": {
            "pay": {
              "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
              "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 5 }], "Next": "done"
            },
            "done": { "Type": "Succeed" }
          }
        }
        """;

    private const string Branches = """
        {
          "StartAt": "both",
          "States": {
            "both": {
              "Type": "Parallel",
              "Branches": [
                { "StartAt": "left", "States": { "left": { "Type": "Task", "Resource": "left", "End": true } } },
                { "StartAt": "right", "States": { "right": { "Type": "Wait", "Seconds": 60, "End": true } } }
              ],
              "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "sorry" }],
              "Next": "fine"
            },
            "fine": { "Type": "Pass", "End": true },
            "sorry": { "Type": "Fail", "Error": "Sorry", "Cause": "it did not work" }
          }
        }
        """;

    private const string Each = """
        {
          "StartAt": "each",
          "States": {
            "each": {
              "Type": "Map", "MaxConcurrency": 1,
              "ItemProcessor": { "StartAt": "item", "States": { "item": { "Type": "Task", "Resource": "item", "End": true } } },
              "End": true
            }
          }
        }
        """;

    [Fact]
    public async Task Writes_a_span_for_the_execution_each_state_and_each_attempt()
    {
        var attempts = 0;
        var run = Simulation.Run(Retried, """{"amount":5}""", _ => attempts++ == 0 ? Answer.Failure("Busy", "try later") : Answer.With("1"));

        using var spans = await WriteAsync("100000000001", run);

        Assert.Equal(
            """
            Machine
              pay
                invoke charge !Busy
                invoke charge
              done
            """,
            spans.Tree());
        Assert.Equal(
            [("Machine", 0, 5), ("done", 5, 5), ("invoke charge", 0, 0), ("invoke charge", 5, 5), ("pay", 0, 5)],
            spans.All.Select(span => (span.DisplayName, SecondsTo(span.StartTimeUtc), SecondsTo(span.StartTimeUtc + span.Duration))).Order());
    }

    [Fact]
    public async Task Says_of_a_failed_attempt_what_went_wrong_and_when()
    {
        var run = Simulation.Run(Retried, "{}", _ => Answer.Failure("NoMoney", "the account is empty"));

        using var spans = await WriteAsync("100000000002", run);
        var attempt = spans.Named("invoke charge");
        var told = attempt.Events.Single();

        Assert.Equal((ActivityKind.Client, ActivityStatusCode.Error, "the account is empty"), (attempt.Kind, attempt.Status, attempt.StatusDescription));
        Assert.Equal(("exception", Simulation.Beginning), (told.Name, told.Timestamp));
        Assert.Equal([new("exception.type", "NoMoney"), new("exception.message", "the account is empty")], told.Tags);
        Assert.Equal(
            """
            Machine !NoMoney
              pay !NoMoney
                invoke charge !NoMoney
            """,
            spans.Tree());
    }

    [Fact]
    public async Task Carries_the_attributes_that_tell_where_it_belongs()
    {
        using var spans = await WriteAsync("100000000003", Simulation.Run(Retried, "{}", _ => Answer.With("1")));

        Assert.Equal(
            [
                (SpanAttributes.ExecutionArn, "arn:aws:states:us-east-1:100000000003:execution:Machine:run-1"), (SpanAttributes.EventId, 3L), (SpanAttributes.ResourceType, "lambda"),
                (SpanAttributes.Resource, "arn:aws:lambda:us-east-1:123456789012:function:charge"), (SpanAttributes.RetryCount, 0L), (SpanAttributes.InvokedName, "charge"),
            ],
            spans.Named("invoke charge").TagObjects.Select(tag => (tag.Key, tag.Value!)));
        Assert.Equal("SUCCEEDED", spans.Named("Machine").GetTagItem(SpanAttributes.ExecutionStatus));
    }

    [Fact]
    public async Task Puts_branches_under_their_Parallel_and_ends_what_a_failure_cut_short()
    {
        var run = Simulation.Run(Branches, "{}", _ => Answer.Failure("Broken", "left is broken"));

        using var spans = await WriteAsync("100000000004", run);

        Assert.Equal(
            """
            Machine !Sorry
              both
                left !Broken
                  invoke left !Broken
                right !
              sorry !Sorry
            """,
            spans.Tree());
    }

    [Fact]
    public async Task Puts_states_of_a_Map_under_their_iteration()
    {
        using var spans = await WriteAsync("100000000005", Simulation.Run(Each, "[1,2]"));

        Assert.Equal(
            """
            Machine
              each
                each iteration
                  item
                    invoke item
                each iteration
                  item
                    invoke item
            """,
            spans.Tree());
    }

    [Fact]
    public async Task Ids_are_the_same_whoever_derives_them()
    {
        var run = Simulation.Run(Retried);
        using var spans = new Spans("100000000006");

        await TellAsync(Observations.Of(run, "100000000006"), executions: null);
        await TellAsync(Observations.Of(run, "100000000006"), executions: null);

        Assert.Equal(spans.All.Take(4).Select(span => span.SpanId), spans.All.Skip(4).Select(span => span.SpanId));
        Assert.Equal((1, 4), (spans.All.DistinctBy(span => span.TraceId).Count(), spans.All.DistinctBy(span => span.SpanId).Count()));
    }

    [Fact]
    public async Task Goes_on_after_a_restart_as_if_nothing_had_happened()
    {
        var attempts = 0;
        var run = Simulation.Run(Retried, "{}", _ => attempts++ == 0 ? Answer.Failure("Busy") : Answer.With("1"));
        var observations = Observations.Of(run, "100000000007").ToList();
        using var spans = new Spans("100000000007");

        await TellAsync(observations[..1], Knowing(run));
        await TellAsync(observations[1..], Knowing(run));

        Assert.Equal(
            """
            Machine
              pay
                invoke charge !Busy
                invoke charge
              done
            """,
            spans.Tree());
        Assert.Equal(Simulation.Beginning.UtcDateTime, spans.Named("pay").StartTimeUtc);
    }

    [Fact]
    public async Task A_nested_execution_is_part_of_the_trace_of_the_one_that_started_it()
    {
        var parent = Simulation.Run(Retried);
        var child = Simulation.Run(
            """{"StartAt":"small","States":{"small":{"Type":"Pass","End":true}}}""",
            """{"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn:aws:states:us-east-1:100000000008:execution:Machine:run-1"}""");
        var small = Observations.Of(child, "100000000008", child.History);
        using var spans = new Spans("100000000008");

        await TellAsync(Observations.Of(parent, "100000000008"), executions: null);
        await TellAsync([small with { Start = small.Start with { ExecutionArn = small.Start.ExecutionArn.Replace("run-1", "child", StringComparison.Ordinal), StateMachineName = "Small" } }], Knowing(parent));

        Assert.Equal(
            """
            Machine
              pay
                invoke charge
              done
              Small
                small
            """.Split('\n').Order(),
            spans.Tree().Split('\n').Order());
        Assert.Equal(spans.Named("Machine").SpanId, spans.Named("Small").ParentSpanId);
        Assert.Equal(spans.Named("Machine").TraceId, spans.Named("small").TraceId);
    }

    [Fact]
    public async Task A_redrive_has_a_span_of_its_own_in_the_same_trace()
    {
        var run = Simulation.Run(Retried, "{}", _ => Answer.Failure("NoMoney"));
        var last = run.History[^1];
        HistoryEvent[] after =
        [
            new(last.Id + 1, last.Id, last.Timestamp.AddSeconds(9), HistoryEventType.ExecutionRedriven, Details: null),
            new(last.Id + 2, last.Id + 1, last.Timestamp.AddSeconds(9), HistoryEventType.ExecutionSucceeded, new HistoryDetails.Result(Json.Null)),
        ];
        using var spans = new Spans("100000000009");

        await TellAsync([Observations.Of(run, "100000000009", run.History)], executions: null);
        await TellAsync([Observations.Of(run, "100000000009", after)], Knowing(run));
        var executions = spans.All.Where(span => span.DisplayName == "Machine").ToList();

        Assert.Equal([0L, 1L], executions.Select(span => span.GetTagItem(SpanAttributes.RedriveCount)));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], executions.Select(span => span.Status));
        Assert.Equal((executions[0].TraceId, executions[0].SpanId), (executions[1].TraceId, executions[1].ParentSpanId));
        Assert.Equal(executions[0].SpanId, executions[1].Links.Single().Context.SpanId);
    }

    [Fact]
    public async Task Says_where_spans_belong_when_their_ids_cannot_be_chosen()
    {
        var run = Simulation.Run(Retried);
        using var chosen = await WriteAsync("100000000010", run);
        using var spans = new Spans("100000000010");
        await using (var traces = new ExecutionTraces(Task.FromResult<IExecutionService?>(null), NullLogger<ExecutionTraces>.Instance) { ChoosesIds = false })
        {
            Observations.Of(run, "100000000010").ToList().ForEach(traces.Observe);
        }

        Assert.Equal(chosen.All.Take(4).Select(span => (span.TraceId, span.SpanId.ToHexString())), spans.All.Select(span => (span.TraceId, (string)span.GetTagItem(SpanAttributes.SpanId)!)));
        Assert.Equal(
            chosen.All.Take(4).Select(span => span.ParentSpanId == default ? null : span.ParentSpanId.ToHexString()), spans.All.Select(span => span.GetTagItem(SpanAttributes.ParentSpanId)));
        Assert.All(spans.All, span => Assert.Equal(default, span.ParentSpanId));
    }

    private static async Task<Spans> WriteAsync(string account, Simulation run)
    {
        var spans = new Spans(account);
        await TellAsync(Observations.Of(run, account), executions: null);
        return spans;
    }

    private static async Task TellAsync(IEnumerable<ExecutionObservation> observations, IExecutionService? executions)
    {
        await using var traces = new ExecutionTraces(Task.FromResult(executions), NullLogger<ExecutionTraces>.Instance);
        foreach (var observation in observations)
        {
            Assert.True(traces.WantsHistory(observation.Start));
            traces.Observe(observation);
        }
    }

    private static IExecutionService Knowing(Simulation run)
    {
        var service = new Mock<IExecutionService>();
        service.Setup(s => s.GetHistoryAsync(It.IsAny<string>(), false, It.IsAny<int>(), null, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Page<HistoryEvent>([.. run.History], Next: null));
        service.Setup(s => s.DescribeAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((string arn, CancellationToken _) => new ExecutionDescription
        {
            Summary = new ExecutionSummary { ExecutionArn = arn, StateMachineArn = "", Name = "run-1", Status = ExecutionStatus.Succeeded, StartDate = run.History[0].Timestamp },
            Input = JsonObject.Empty,
        });
        return service.Object;
    }

    private static double SecondsTo(DateTime moment) => Math.Round((moment - Simulation.Beginning.UtcDateTime).TotalSeconds, 3);
}
