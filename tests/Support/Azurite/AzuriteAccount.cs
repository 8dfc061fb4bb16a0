namespace TaskOrchestration.Support.Azurite;

/// <summary>A storage account of the emulator with nothing in it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">Its key, in base 64.</param>
/// <param name="BlobEndpoint">Where its containers are.</param>
/// <param name="TableEndpoint">Where its tables are.</param>
public sealed record AzuriteAccount(string Name, string Key, Uri BlobEndpoint, Uri TableEndpoint)
{
    /// <summary>What a client of either service is made from.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};BlobEndpoint={BlobEndpoint};TableEndpoint={TableEndpoint};";
}
