namespace TaskOrchestration.Orchestrations.Tests.Blobs;

/// <summary>Content that comes in pieces of odd sizes, cannot seek, and may do something half way.</summary>
internal sealed class DrippingStream(byte[] content, Action? halfWay = null) : MemoryStream(content, writable: false)
{
    private bool isPast;

    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!isPast && halfWay is not null && Position > Length / 2)
        {
            isPast = true;
            halfWay();
        }

        return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 7_919)], cancellationToken);
    }
}
