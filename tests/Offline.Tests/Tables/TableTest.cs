using Azure.Data.Tables;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Offline.Tests.Tables;

/// <summary>What tests of the Table protocol share: an account of their own with a table in it.</summary>
public abstract class TableTest : IAsyncLifetime
{
    private protected AzuriteAccount Account { get; } = AzuriteServer.NewAccount();

    private protected TableServiceClient Service => new(Account.ConnectionString);

    private protected TableClient Table => Service.GetTableClient("things");

    public async Task InitializeAsync() => await Table.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private protected static TableEntity Thing(string partition, string row, object? value = null) => new(partition, row) { ["Value"] = value };

    private protected static async Task<Azure.RequestFailedException> RefusedAsync(Func<Task> request) =>
        await Assert.ThrowsAnyAsync<Azure.RequestFailedException>(request);
}
