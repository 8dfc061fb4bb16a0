using System.Diagnostics;
using TaskOrchestration.Benchmarks.Durability;

namespace TaskOrchestration.Benchmarks.Guarding;

/// <summary>What access control and the audit journal cost: StartExecution over HTTP without both, with a key, and with a signature, in turns.</summary>
public sealed class AccessBenchmark : IBenchmark
{
    private const int Width = 64;
    private const int Rounds = 5;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Subject => "access";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        await using var open = await StartServer.StartAsync(isGuarded: false, cancellationToken);
        await using var guarded = await StartServer.StartAsync(isGuarded: true, cancellationToken);
        var key = await guarded.KeyAsync();
        var (bare, keyed, signed) = (new Tally(), new Tally(), new Tally());
        foreach (var (server, request) in new[] { (open, StartRequests.Bare(open)), (guarded, StartRequests.WithKey(guarded, key)), (guarded, StartRequests.Signed(guarded, key)) })
        {
            await CountAsync(server, request, cancellationToken);
        }

        for (var round = 0; round < Rounds; round++)
        {
            await bare.AddAsync(() => CountAsync(open, StartRequests.Bare(open), cancellationToken));
            await keyed.AddAsync(() => CountAsync(guarded, StartRequests.WithKey(guarded, key), cancellationToken));
            await signed.AddAsync(() => CountAsync(guarded, StartRequests.Signed(guarded, key), cancellationToken));
        }

        measurements.Add("open_starts_per_s", bare.Workflows / (Rounds * Duration.TotalSeconds));
        measurements.Add("open_start_cpu_us", bare.Microseconds);
        measurements.Add("key_ratio", (double)keyed.Workflows / bare.Workflows);
        measurements.Add("key_cpu_us", keyed.Microseconds);
        measurements.Add("signature_ratio", (double)signed.Workflows / bare.Workflows);
        measurements.Add("signature_cpu_us", signed.Microseconds);
    }

    private static async Task<int> CountAsync(StartServer server, byte[] request, CancellationToken cancellationToken)
    {
        var end = Stopwatch.GetTimestamp() + (long)(Duration.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, Width).Select(_ => Task.Run(() => CallUntilAsync(server, request, end, cancellationToken))));
        return counts.Sum();
    }

    private static async Task<int> CallUntilAsync(StartServer server, byte[] request, long end, CancellationToken cancellationToken)
    {
        using var caller = await StartCaller.ConnectAsync(server.Address, cancellationToken);
        var done = 0;
        for (; Stopwatch.GetTimestamp() < end; done++)
        {
            await caller.SendAsync(request, cancellationToken);
        }

        return done;
    }
}
