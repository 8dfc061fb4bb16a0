using Azure.Core.Pipeline;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage;

/// <summary>The tables of an account of the emulator that has nothing in it.</summary>
internal static class EmulatedTables
{
    /// <summary>A new account's.</summary>
    public static EntityTables Create(params IEnumerable<HttpPipelinePolicy> policies) => Of(AzuriteServer.NewAccount(), policies);

    /// <summary>An account's, as another process would see them.</summary>
    public static EntityTables Of(AzuriteAccount account, params IEnumerable<HttpPipelinePolicy> policies) =>
        new(StorageClients.Tables(new StorageConnection.ByText(account.ConnectionString), policies));
}
