namespace Azure.Storage.Blobs.Models;

/// <summary>A block on the stage.</summary>
public class BlockInfo
{
    internal BlockInfo()
    {
    }

    public byte[]? ContentHash { get; internal init; }
}
