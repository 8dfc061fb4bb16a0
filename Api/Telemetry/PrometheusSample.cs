namespace TaskOrchestration.Api.Telemetry;

/// <summary>A value under its labels.</summary>
/// <param name="Suffix">What the family's name is followed by, for example <c>_bucket</c>.</param>
/// <param name="Labels">The labels, escaped, with the commas between them.</param>
/// <param name="Value">The value.</param>
/// <param name="End">Where the bucket ends, if it is one.</param>
internal readonly record struct PrometheusSample(string Suffix, string Labels, double Value, double? End = null);
