using System.Diagnostics;
using OpenTelemetry;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>Decides at the end of a span whether it is exported: what went wrong always is, of the rest a share.</summary>
/// <remarks>
/// <para>
/// A sampler decides when a span begins, and then nobody knows how it will end. So every span is recorded, and the decision is made when it has ended, before
/// the exporter sees it. Once something went wrong in a trace, what follows in it is kept as well.
/// </para>
/// <para>A kept span says what share it stands for, so that Application Insights counts right; a failure stands for itself alone.</para>
/// </remarks>
/// <param name="ratio">The share that is kept of what went well.</param>
internal sealed class OutcomeSampling(TraceRatio ratio) : BaseProcessor<Activity>
{
    /// <summary>What Azure Monitor reads the share from that a span stands for, in per cent.</summary>
    public const string ShareTag = "microsoft.sample_rate";

    /// <summary>Whose spans the Functions host writes as well: its own span of a request and of an invocation is about the same. Only what failed is worth to be told twice.</summary>
    private static readonly string[] ToldByTheHost = [SpanSources.Requests, SpanSources.Invocations];

    private readonly FailedTraces failed = new(capacity: 16_384);

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        if (SpanOutcome.IsFailure(data))
        {
            failed.Add(data.TraceId);
        }
        else if (ToldByTheHost.Contains(data.Source.Name))
        {
            Drop(data);
        }
        else if (!failed.Contains(data.TraceId))
        {
            KeepShare(data);
        }
    }

    private void KeepShare(Activity span)
    {
        if (!ratio.Keeps(span.TraceId))
        {
            Drop(span);
        }
        else if (ratio.Value < 1)
        {
            span.SetTag(ShareTag, ratio.Value * 100);
        }
    }

    /// <summary>Exporters pass over a span without the mark.</summary>
    private static void Drop(Activity span) => span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
}
