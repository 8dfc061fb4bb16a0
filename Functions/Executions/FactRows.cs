using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Reads what was taken down piece by piece as a whole.</summary>
public static class FactRows
{
    /// <summary>The facts that follow one upon the other from the first on (<see cref="FactTree"/>).</summary>
    /// <param name="record">The execution.</param>
    /// <param name="rows">What was taken down.</param>
    public static IReadOnlyList<Fact> Joined(ExecutionRecord record, IEnumerable<FactRow> rows)
    {
        ArgumentNullException.ThrowIfNull(record);
        var tree = new FactTree(record.FirstFact);
        foreach (var row in rows.OrderBy(row => row.From))
        {
            tree.Add(row);
        }

        return tree.WayThrough(record.Chain).Facts;
    }
}
