using System.Diagnostics;
using TaskOrchestration.Cli.Client;
using TaskOrchestration.Support;

namespace TaskOrchestration.Benchmarks.Starting;

/// <summary>How long it takes from launching the built server, on an empty data folder, to the first order that it has carried out.</summary>
public sealed class ColdStartBenchmark : IBenchmark
{
    private const string Announcement = "listening on ";
    private const int Starts = 5;

    /// <inheritdoc/>
    public string Subject => "cold-start";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        var seconds = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            seconds.Add(await SecondsToFirstOrderAsync(cancellationToken));
        }

        measurements.Add("cold_start_s", seconds.Order().ElementAt(Starts / 2));
    }

    private static async Task<double> SecondsToFirstOrderAsync(CancellationToken cancellationToken)
    {
        var data = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "bench-data", Guid.NewGuid().ToString("N")));
        try
        {
            var watch = Stopwatch.StartNew();
            using var server = Launch(data.FullName);
            try
            {
                using var http = new HttpClient();
                var client = new StepFunctionsClient(http, await AddressAsync(server, cancellationToken));
                var machines = await client.ListStateMachinesAsync(cancellationToken);
                var execution = await client.StartExecutionAsync(machines["OrderProcessing"], "first", """{"orderId":"first"}""", cancellationToken);
                var ended = await client.DescribeWhenEndedAsync(execution, cancellationToken);
                return ended.Status == "SUCCEEDED" ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"The first order was to succeed: {ended}");
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync(CancellationToken.None);
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static Process Launch(string data) => Process.Start(
        new ProcessStartInfo("dotnet", [Repository.PathOf("artifacts", "taskorch", "taskorch.dll"), "serve", "--anonymous", "--port", "0", "--data", data]) { RedirectStandardOutput = true, UseShellExecute = false })!;

    private static async Task<Uri> AddressAsync(Process server, CancellationToken cancellationToken)
    {
        while (await server.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                return new Uri(line[Announcement.Length..]);
            }
        }

        throw new InvalidOperationException("The server stopped without listening.");
    }
}
