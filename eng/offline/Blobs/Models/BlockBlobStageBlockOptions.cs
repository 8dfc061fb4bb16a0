namespace Azure.Storage.Blobs.Models;

/// <summary>How a block is put on the stage.</summary>
public class BlockBlobStageBlockOptions
{
    public BlobRequestConditions? Conditions { get; set; }
}
