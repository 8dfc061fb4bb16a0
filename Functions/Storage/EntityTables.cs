using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage;

/// <summary>The tables of the account, each made when it is first needed and not there.</summary>
public sealed class EntityTables(TableServiceClient service)
{
    private readonly ConcurrentDictionary<string, EntityTable> tables = new(StringComparer.Ordinal);

    /// <summary>A table, by one of the <see cref="TableNames"/>.</summary>
    public EntityTable this[string name] => tables.GetOrAdd(name, static (name, service) => new EntityTable(service.GetTableClient(name)), service);
}
