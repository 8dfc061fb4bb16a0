namespace Azure.Storage.Blobs.Models;

/// <summary>Conditions under which a request is carried out.</summary>
public class BlobRequestConditions : BlobLeaseRequestConditions
{
    public string? LeaseId { get; set; }
}
