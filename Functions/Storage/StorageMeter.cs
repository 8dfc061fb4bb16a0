namespace TaskOrchestration.Functions.Storage;

/// <summary>Counts the storage transactions of everything that is done while it is open, here and in what is called from here.</summary>
/// <remarks>
/// A request is a transaction as the bill has it: each attempt, and a batch counts as one. Meters nest: what an inner one counts, the outer
/// ones count too.
/// </remarks>
public sealed class StorageMeter : IDisposable
{
    private static readonly AsyncLocal<StorageMeter?> Open = new();

    private readonly StorageMeter? outer;
    private int tables;
    private int blobs;

    private StorageMeter(StorageMeter? outer) => this.outer = outer;

    /// <summary>Requests to tables so far.</summary>
    public int Tables => Volatile.Read(ref tables);

    /// <summary>Requests to blobs so far.</summary>
    public int Blobs => Volatile.Read(ref blobs);

    /// <summary>Opens one.</summary>
    public static StorageMeter Begin() => Open.Value = new StorageMeter(Open.Value);

    /// <inheritdoc/>
    public void Dispose() => Open.Value = outer;

    internal static void CountTable() => Count(static meter => Interlocked.Increment(ref meter.tables));

    internal static void CountBlob() => Count(static meter => Interlocked.Increment(ref meter.blobs));

    private static void Count(Action<StorageMeter> count)
    {
        for (var meter = Open.Value; meter is not null; meter = meter.outer)
        {
            count(meter);
        }
    }
}
