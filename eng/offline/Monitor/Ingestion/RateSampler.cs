using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Azure.Monitor.OpenTelemetry.Exporter.Ingestion;

/// <summary>Keeps so many traces a second, whatever comes of them.</summary>
internal sealed class RateSampler(double most) : Sampler
{
    private readonly Lock gate = new();
    private long second;
    private int kept;

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        if (samplingParameters.ParentContext.TraceFlags.HasFlag(ActivityTraceFlags.Recorded))
        {
            return new SamplingResult(SamplingDecision.RecordAndSample);
        }

        lock (gate)
        {
            var now = Environment.TickCount64 / 1_000;
            kept = now == second ? kept + 1 : 1;
            second = now;
            return new SamplingResult(kept <= most ? SamplingDecision.RecordAndSample : SamplingDecision.RecordOnly);
        }
    }
}
