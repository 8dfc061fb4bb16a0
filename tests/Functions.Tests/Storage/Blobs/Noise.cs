using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Functions.Tests.Storage.Blobs;

/// <summary>Content of any length that is in no memory: the same for the same length.</summary>
internal sealed class Noise(long length, Action? reading = null) : ForwardStream
{
    private readonly Random random = new(1);
    private long left = length;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        reading?.Invoke();
        var count = (int)Math.Min(buffer.Length, left);
        random.NextBytes(buffer.Span[..count]);
        left -= count;
        return ValueTask.FromResult(count);
    }
}
