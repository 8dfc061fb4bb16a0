using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Observations on their way from the engine to a reader that takes its time.</summary>
/// <remarks>Bounded: what finds no place is dropped and counted, and the log says so. Telemetry never holds up an execution.</remarks>
internal sealed class ObservationQueue : IAsyncDisposable
{
    private const int Places = 16_384;

    private readonly Channel<ExecutionObservation> channel = Channel.CreateBounded<ExecutionObservation>(
        new BoundedChannelOptions(Places) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly string reader;
    private readonly Func<ExecutionObservation, ValueTask> take;
    private readonly Func<ValueTask> atRest;
    private readonly ILogger logger;
    private readonly Task work;
    private long dropped;

    /// <summary>Begins to read.</summary>
    /// <param name="reader">What the reader is called in the log.</param>
    /// <param name="take">Takes one observation in; one after the other, in order.</param>
    /// <param name="atRest">Is called when there are no more for now.</param>
    /// <param name="logger">Learns of what is dropped and of readers that fail.</param>
    public ObservationQueue(string reader, Func<ExecutionObservation, ValueTask> take, Func<ValueTask> atRest, ILogger logger)
    {
        this.reader = reader;
        this.take = take;
        this.atRest = atRest;
        this.logger = logger;
        work = Task.Run(ReadAllAsync);
    }

    /// <summary>How many found no place.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Puts one in.</summary>
    public void Add(ExecutionObservation observation)
    {
        if (!channel.Writer.TryWrite(observation) && Interlocked.Increment(ref dropped) % Places == 1)
        {
            logger.LogWarning("{Reader} cannot keep up: {Dropped} observations have been dropped so far", reader, Dropped);
        }
    }

    /// <summary>Takes none any more and waits until those that came in have been read.</summary>
    public async ValueTask DisposeAsync()
    {
        channel.Writer.TryComplete();
        await work;
    }

    private async Task ReadAllAsync()
    {
        while (await channel.Reader.WaitToReadAsync())
        {
            while (channel.Reader.TryRead(out var observation))
            {
                await TryAsync(() => take(observation));
            }

            await TryAsync(atRest);
        }
    }

    private async ValueTask TryAsync(Func<ValueTask> step)
    {
        try
        {
            await step();
        }
#pragma warning disable CA1031 // What goes wrong with one observation must not keep the reader from the next; the log learns of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "{Reader} could not take in what was observed", reader);
        }
    }
}
