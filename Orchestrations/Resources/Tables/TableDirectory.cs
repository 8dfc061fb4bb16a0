using System.Collections.Concurrent;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>Which tables there are. None is there just because it was named: nobody would know its keys.</summary>
public sealed class TableDirectory
{
    private readonly ConcurrentDictionary<string, TableSchema> tables = [];

    /// <summary>Makes a table, or changes the keys of the one that has the name.</summary>
    public void Add(TableSchema table)
    {
        ArgumentNullException.ThrowIfNull(table);
        tables[table.Name] = table;
    }

    /// <summary>The table of a name or an ARN.</summary>
    public TableSchema? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return tables.GetValueOrDefault(name.StartsWith("arn:", StringComparison.Ordinal) ? name[(name.LastIndexOf('/') + 1)..] : name);
    }

    /// <summary>Those that are there, in alphabetical order.</summary>
    public IReadOnlyList<TableSchema> All => [.. tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal)];
}
