using System.Diagnostics.Metrics;
using System.Globalization;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

public class TalliesTests
{
    [Fact]
    public void Counts_what_goes_beyond_the_limit_together()
    {
        using var meter = new Meter("AWS/States");
        using var readings = new Readings("True");
        var tallies = new Tallies("Arn", counters: 1);
        tallies.Counter(meter, 0, "Tallied", "{one}", "");

        for (var i = 0; i < Tallies.MostValues + 5; i++)
        {
            tallies.Of(i.ToString(CultureInfo.InvariantCulture)).Add(0);
        }

        readings.Observe();
        Assert.Equal(["Tallied otel.metric.overflow=True = 5"], readings.All);
    }
}
