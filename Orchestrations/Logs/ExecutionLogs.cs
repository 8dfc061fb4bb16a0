using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Logs;

/// <summary>Writes what executions do into blobs, as much of it as their machines are configured to log.</summary>
/// <remarks>
/// As on AWS, logs are a best effort and hold nothing up: records wait a few seconds for others before they are written, and are lost if the process is
/// killed meanwhile. What must not be lost is in the history.
/// </remarks>
public sealed class ExecutionLogs : IExecutionObserver, IAsyncDisposable
{
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromHours(1);

    private readonly Dictionary<(string Machine, DateTimeOffset Hour), LogBlob> waiting = [];
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Task<StateMachineCatalog?> catalog;
    private readonly LogBlobs blobs;
    private readonly ExecutionLogOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly ObservationQueue queue;
    private readonly ITimer flushing;
    private readonly ITimer purging;
    private long buffered;
    private bool isDropping;

    /// <summary>Begins to take records in.</summary>
    /// <param name="catalog">Where machines say what they log, once the engine is open; none if it could not be opened.</param>
    /// <param name="blobs">Where logs are kept.</param>
    /// <param name="options">How.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Learns what could not be written.</param>
    /// <exception cref="InvalidDataException">The options make no sense.</exception>
    public ExecutionLogs(Task<StateMachineCatalog?> catalog, IBlobStore blobs, ExecutionLogOptions options, TimeProvider time, ILogger<ExecutionLogs> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Check();
        this.catalog = catalog;
        this.blobs = new LogBlobs(blobs);
        this.options = options;
        this.time = time;
        this.logger = logger;
        queue = new ObservationQueue("Execution logging", TakeAsync, () => ValueTask.CompletedTask, logger);
        flushing = time.CreateTimer(_ => _ = FlushDueAsync(), null, options.FlushInterval, options.FlushInterval);
        purging = time.CreateTimer(_ => _ = PurgeAsync(), null, PurgeInterval, PurgeInterval);
    }

    /// <inheritdoc/>
    public bool WantsHistory(ExecutionStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        // What was open when the process began may move before there is a catalog. Rather a history in vain than one that is missing.
        var found = ConfigurationAsync(start);
        return !found.IsCompletedSuccessfully || found.Result.Level != ExecutionLogLevel.Off;
    }

    /// <inheritdoc/>
    public void Observe(ExecutionObservation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        if (observation.Events.Count > 0)
        {
            queue.Add(observation);
        }
    }

    /// <summary>Writes what waits, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await flushing.DisposeAsync();
        await purging.DisposeAsync();
        await queue.DisposeAsync();
        await FlushAsync(_ => true);
        gate.Dispose();
    }

    /// <summary>Deletes the logs whose days are over.</summary>
    internal async Task PurgeAsync()
    {
#pragma warning disable CA1031 // Nobody waits for this; the log learns of it, and the next hour brings another attempt.
        try
        {
            await blobs.PurgeAsync(time.GetUtcNow().AddDays(-options.HotDays));
        }
        catch (Exception e)
        {
            logger.LogError(e, "Execution logs older than {Days} days could not be deleted; the next attempt is in {Interval}", options.HotDays, PurgeInterval);
        }
#pragma warning restore CA1031
    }

    /// <summary>What the version of an execution logs, or its machine now. A deleted version leaves that to its machine, a deleted machine logs nothing any more.</summary>
    private async ValueTask<LoggingConfiguration> ConfigurationAsync(ExecutionStart start)
    {
        if (await catalog is not { } machines)
        {
            return LoggingConfiguration.None;
        }

        var machine = start.StateMachineVersionArn is { } version && await FindAsync(machines, version) is { } found ? found : await FindAsync(machines, start.StateMachineArn);
        return machine is null ? LoggingConfiguration.None : LoggingConfiguration.Of(machine.LoggingConfiguration);
    }

    private static async ValueTask<StateMachineRecord?> FindAsync(StateMachineCatalog machines, string arn)
    {
        try
        {
            return await machines.DescribeAsync(arn);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private async ValueTask TakeAsync(ExecutionObservation observation)
    {
        var configuration = await ConfigurationAsync(observation.Start);
        if (configuration.Level == ExecutionLogLevel.Off)
        {
            return;
        }

        await gate.WaitAsync();
        try
        {
            Buffer(observation, configuration);
        }
        finally
        {
            gate.Release();
        }

        await FlushAsync(blob => blob.Records.WrittenCount >= options.BlobBytes);
    }

    private void Buffer(ExecutionObservation observation, LoggingConfiguration configuration)
    {
        if (buffered > options.BufferBytes)
        {
            if (!isDropping)
            {
                logger.LogError("Execution logs cannot be written; what comes on top of the {Bytes} bytes that wait is dropped", buffered);
            }

            isDropping = true;
            return;
        }

        foreach (var happened in observation.Events.Where(happened => EventLevels.IsLogged(happened.Type, configuration.Level)))
        {
            var blob = BlobFor(observation.Start.StateMachineName, happened.Timestamp);
            var before = blob.Records.WrittenCount;
            LogRecord.Write(blob.Records, happened, observation.Start.ExecutionArn, observation.RedriveCount, configuration.IncludesData);
            buffered += blob.Records.WrittenCount - before;
        }
    }

    private LogBlob BlobFor(string machine, DateTimeOffset at)
    {
        var hour = DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 3_600 * 3_600);
        if (!waiting.TryGetValue((machine, hour), out var blob))
        {
            waiting.Add((machine, hour), blob = LogBlobs.Begin(machine, hour, time.GetUtcNow()));
        }

        return blob;
    }

    private Task FlushDueAsync() => FlushAsync(blob => time.GetUtcNow() - blob.Since >= options.FlushInterval);

    /// <summary>Writes the blobs that are due. One that cannot be written waits on.</summary>
    private async Task FlushAsync(Func<LogBlob, bool> isDue)
    {
        await gate.WaitAsync();
#pragma warning disable CA1031 // A timer and a queue call this, and neither could do more about it; the log learns of it, and the records stay for the next attempt.
        try
        {
            foreach (var (key, blob) in waiting.Where(entry => isDue(entry.Value)).ToList())
            {
                await blobs.WriteAsync(blob);
                waiting.Remove(key);
                buffered -= blob.Records.WrittenCount;
                isDropping = false;
            }
        }
        catch (Exception e)
        {
            logger.LogError(e, "Execution logs could not be written; they wait for the next attempt");
        }
        finally
        {
            gate.Release();
        }
#pragma warning restore CA1031
    }
}
