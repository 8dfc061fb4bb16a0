namespace TaskOrchestration.Api.Telemetry;

/// <summary>Metrics of one name: the lines of their samples, under one heading.</summary>
/// <param name="Name">The name, without <c>_total</c>.</param>
/// <param name="Type">What kind: counter, gauge or histogram.</param>
/// <param name="Unit">The unit in words, or empty.</param>
/// <param name="Help">What it says.</param>
internal sealed record PrometheusFamily(string Name, string Type, string Unit, string Help)
{
    /// <summary>What follows the name in each line: suffix, labels and value.</summary>
    public List<PrometheusSample> Samples { get; } = [];
}
