using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using TaskOrchestration.Functions.Telemetry;
using TaskOrchestration.Orchestrations.Telemetry;
using SpanAttributes = TaskOrchestration.Orchestrations.Telemetry.SpanAttributes;

namespace TaskOrchestration.Functions.Tests.Telemetry;

[Collection(ProcessOfItsOwn.Name)]
public sealed class OutcomeSamplingTests : IDisposable
{
    private readonly ActivitySource executions = new(ExecutionTraces.SourceName);
    private readonly ActivitySource requests = new(SpanSources.Requests);
    private readonly KeptSpans kept = new();

    public void Dispose()
    {
        executions.Dispose();
        requests.Dispose();
        kept.Dispose();
    }

    [Fact]
    public void Keeps_every_failure_among_ten_thousand_spans()
    {
        var failures = new HashSet<ActivitySpanId>();
        using (Tracing(0.01))
        {
            for (var i = 0; i < 10_000; i++)
            {
                using var span = executions.StartActivity($"span {i}", ActivityKind.Internal, parentContext: default);
                if (Fail(span!, i))
                {
                    failures.Add(span!.SpanId);
                }
            }
        }

        var good = kept.All.Count(span => !failures.Contains(span.SpanId));

        Assert.Equal(800, failures.Count);
        Assert.Empty(failures.Except(kept.All.Select(span => span.SpanId)));
        // One in a hundred of 9,200; a deviation of five standard deviations never happens.
        Assert.InRange(good, 45, 140);
    }

    [Theory]
    [InlineData(1, 1_000)]
    [InlineData(0, 0)]
    public void Keeps_all_or_nothing_of_what_went_well(double ratio, int expected)
    {
        using (Tracing(ratio))
        {
            for (var i = 0; i < 1_000; i++)
            {
                executions.StartActivity("good", ActivityKind.Internal, parentContext: default)!.Dispose();
            }
        }

        Assert.Equal(expected, kept.All.Count);
    }

    [Fact]
    public void Keeps_what_follows_a_failure_in_the_same_trace()
    {
        using (Tracing(0))
        {
            using var execution = executions.StartActivity("execution", ActivityKind.Internal, parentContext: default);
            executions.StartActivity("before")!.Dispose();
            using (var attempt = executions.StartActivity("attempt"))
            {
                attempt!.SetStatus(ActivityStatusCode.Error);
            }

            executions.StartActivity("after")!.Dispose();
        }

        Assert.Equal(["attempt", "after", "execution"], kept.All.Select(span => span.OperationName));
    }

    [Fact]
    public void A_kept_span_says_what_share_it_stands_for_and_a_failure_stands_for_itself()
    {
        using (Tracing(0.5))
        {
            for (var i = 0; i < 100; i++)
            {
                using var span = executions.StartActivity("span", ActivityKind.Internal, parentContext: default);
                span!.SetStatus(i % 2 == 0 ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
            }
        }

        Assert.All(kept.All, span => Assert.Equal(span.Status == ActivityStatusCode.Error ? null : 50.0, span.GetTagItem(OutcomeSampling.ShareTag)));
    }

    [Fact]
    public void Keeps_requests_only_if_they_failed_for_the_host_tells_of_the_others()
    {
        using (Tracing(1))
        {
            requests.StartActivity("good", ActivityKind.Server, parentContext: default)!.Dispose();
            using var bad = requests.StartActivity("bad", ActivityKind.Server, parentContext: default);
            bad!.SetTag("http.response.status_code", 503);
        }

        Assert.Equal(["bad"], kept.All.Select(span => span.OperationName));
    }

    /// <summary>Every fiftieth says it failed, every other fiftieth had an exception, and so on for executions and requests.</summary>
    private static bool Fail(Activity span, int i)
    {
        switch (i % 50)
        {
            case 0:
                span.SetStatus(ActivityStatusCode.Error, "States.TaskFailed");
                return true;
            case 1:
                span.AddEvent(new ActivityEvent("exception"));
                return true;
            case 2:
                span.SetTag(SpanAttributes.ExecutionStatus, i % 100 == 2 ? "TIMED_OUT" : "ABORTED");
                return true;
            case 3:
                span.SetTag("http.response.status_code", 500);
                return true;
            case 4:
                span.SetTag(SpanAttributes.ExecutionStatus, "SUCCEEDED");
                return false;
            default:
                return false;
        }
    }

    private TracerProvider Tracing(double ratio) => Sdk.CreateTracerProviderBuilder()
        .AddSource(SpanSources.All)
        .AddProcessor(new OutcomeSampling(new TraceRatio(ratio)))
        .AddProcessor(new SimpleActivityExportProcessor(kept))
        .SetSampler(new AlwaysOnSampler())
        .Build();
}
