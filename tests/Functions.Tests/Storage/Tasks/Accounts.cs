using Azure.Core.Pipeline;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

/// <summary>Tables of accounts with nothing in them.</summary>
internal static class Accounts
{
    public static EntityTables NewTables() => Tables(AzuriteServer.NewAccount());

    /// <summary>The tables of an account, through policies that every request passes.</summary>
    public static EntityTables Tables(AzuriteAccount account, params IEnumerable<HttpPipelinePolicy> policies) =>
        new(StorageClients.Tables(new StorageConnection.ByText(account.ConnectionString), policies));
}
