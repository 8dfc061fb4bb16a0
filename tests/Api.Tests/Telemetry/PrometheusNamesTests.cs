using TaskOrchestration.Api.Telemetry;

namespace TaskOrchestration.Api.Tests.Telemetry;

public class PrometheusNamesTests
{
    [Theory]
    [InlineData("http.server.request.duration", "s", false, "http_server_request_duration_seconds")]
    [InlineData("ExecutionTime", "ms", false, "ExecutionTime_milliseconds")]
    [InlineData("ExecutionsStarted", "{execution}", false, "ExecutionsStarted")]
    [InlineData("fill", "1", true, "fill_ratio")]
    [InlineData("fill", "1", false, "fill")]
    [InlineData("speed", "By/s", true, "speed_bytes_per_second")]
    [InlineData("requests", "{request}/s", true, "requests_per_second")]
    [InlineData("free_bytes", "By", true, "free_bytes")]
    [InlineData("jobs_total", "", false, "jobs")]
    [InlineData("2nd--thing", "", true, "_2nd_thing")]
    public void Names_follow_from_instruments(string name, string unit, bool isGauge, string expected) =>
        Assert.Equal(expected, PrometheusNames.Family(name, PrometheusNames.Unit(unit, isGauge)));
}
