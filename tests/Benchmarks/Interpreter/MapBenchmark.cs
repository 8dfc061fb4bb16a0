using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Benchmarks.Interpreter;

/// <summary>How long the interpreter takes for a Map over many items, each going through a Pass.</summary>
public sealed class MapBenchmark : IBenchmark
{
    private const int Items = 10_000;

    private const string Definition =
        """
        {
          "StartAt": "Each",
          "States": {
            "Each": {
              "Type": "Map",
              "ItemProcessor": {
                "StartAt": "One",
                "States": { "One": { "Type": "Pass", "End": true } }
              },
              "End": true
            }
          }
        }
        """;

    /// <inheritdoc/>
    public string Subject => "interpreter-map";

    /// <inheritdoc/>
    public Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        var input = Json.Parse($"[{string.Join(',', Enumerable.Range(0, Items))}]");
        measurements.Add("map_10000_s", SynchronousRun.BestSeconds(SynchronousRun.Machine(Definition), input, TimeSpan.FromSeconds(0.5), rounds: 4));
        return Task.CompletedTask;
    }
}
