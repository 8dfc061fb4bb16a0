namespace Azure.Storage.Blobs.Models;

/// <summary>Conditions of a request that may touch a leased blob.</summary>
public class BlobLeaseRequestConditions : RequestConditions
{
    public string? TagConditions { get; set; }
}
