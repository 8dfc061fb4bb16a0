using System.Collections.Concurrent;
using System.Diagnostics;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

/// <summary>Every span of one set of executions that anyone has written since this began.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ConcurrentQueue<Activity> written = new();
    private readonly ActivityListener listener;

    /// <summary>Begins to listen.</summary>
    /// <param name="account">The account in the ARNs of the executions that count: tests run at the same time and the source is one for all.</param>
    public Spans(string account)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ExecutionTraces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.GetTagItem(SpanAttributes.ExecutionArn) is string arn && arn.Contains($":{account}:", StringComparison.Ordinal))
                {
                    written.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>In the order in which they ended.</summary>
    public IReadOnlyList<Activity> All => [.. written];

    public Activity Named(string name) => All.Single(span => span.DisplayName == name);

    /// <summary>The spans as an indented tree of names with what is to be seen of their outcome, in the order of their starts.</summary>
    public string Tree()
    {
        var all = All;
        var roots = all.Where(span => all.All(other => other.SpanId != span.ParentSpanId));
        return string.Join('\n', roots.SelectMany(root => Lines(root, "", all)));
    }

    public void Dispose() => listener.Dispose();

    private static IEnumerable<string> Lines(Activity span, string indent, IReadOnlyList<Activity> all) =>
        all.Where(other => other.ParentSpanId == span.SpanId)
            .OrderBy(other => other.GetTagItem(SpanAttributes.EventId))
            .SelectMany(child => Lines(child, indent + "  ", all))
            .Prepend(indent + span.DisplayName + (span.Status == ActivityStatusCode.Error ? $" !{span.GetTagItem(SpanAttributes.ErrorType)}" : ""));
}
