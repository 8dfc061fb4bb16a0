using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;
using TaskOrchestration.Functions.Hosting;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>The share of traces that is kept even though nothing went wrong in them.</summary>
/// <param name="Value">From 0 to 1.</param>
/// <seealso href="https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/">Environment variables</seealso>
public sealed record TraceRatio(double Value)
{
    private readonly TraceIdRatioBasedSampler sampler = new(Value);

    /// <summary>Reads the share; all where nobody has set it.</summary>
    /// <exception cref="InvalidDataException">A setting makes no sense.</exception>
    public static TraceRatio Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration[SettingNames.TraceSampler] switch
        {
            null or "" or "always_on" or "parentbased_always_on" => new TraceRatio(1),
            "always_off" or "parentbased_always_off" => new TraceRatio(0),
            // The first is the name that Azure Monitor's exporter within the Functions host knows.
            "microsoft.fixed_percentage" or "traceidratio" or "parentbased_traceidratio" => new TraceRatio(Ratio(configuration[SettingNames.TraceSamplerArgument])),
            var found => throw new InvalidDataException(
                $"The settings are wrong: {SettingNames.TraceSampler}: expected always_on, always_off, traceidratio or microsoft.fixed_percentage, found '{found}'."),
        };
    }

    /// <summary>Whether a trace is among the share. It goes by the trace's id, so that the whole trace is, wherever its spans come from.</summary>
    public bool Keeps(ActivityTraceId trace) =>
        sampler.ShouldSample(new SamplingParameters(default, trace, "", ActivityKind.Internal)).Decision == SamplingDecision.RecordAndSample;

    private static double Ratio(string? found) => double.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1
        ? ratio
        : throw new InvalidDataException($"The settings are wrong: {SettingNames.TraceSamplerArgument}: expected a number from 0 to 1, found '{found}'.");
}
