using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>What a Query may ask of keys: one partition, and at most one thing of the sort key.</summary>
internal static class KeyCondition
{
    /// <summary>The partition that a condition names.</summary>
    /// <exception cref="Services.ServiceException">It is not of that kind.</exception>
    public static string PartitionIn(Condition condition, TableSchema table)
    {
        var (left, right) = condition is Condition.And both ? (both.Left, both.Right) : (condition, null);
        if (right is not null && PartitionValue(left, table) is null)
        {
            (left, right) = (right, left);
        }

        var value = PartitionValue(left, table) ?? throw AttributeValue.Invalid($"Query condition missed key schema element: {table.PartitionKey.Name}");
        if (right is not null && !IsAboutSortKey(right, table))
        {
            throw AttributeValue.Invalid(table.SortKey is { } sort
                ? $"Query condition missed key schema element: {sort.Name}"
                : "Query key condition not supported");
        }

        return AttributeValue.TypeOf(value) == table.PartitionKey.Type
            ? ItemKeys.Sortable(value)
            : throw AttributeValue.Invalid("One or more parameter values were invalid: Condition parameter type does not match schema type");
    }

    private static Json? PartitionValue(Condition condition, TableSchema table) =>
        condition is Condition.Comparison { Sign: "=", Left: Operand.At { Path.Steps: { Count: 1 } steps }, Right: Operand.Given given } && steps[0].Name == table.PartitionKey.Name
            ? given.Value
            : null;

    private static bool IsAboutSortKey(Condition condition, TableSchema table) => condition switch
    {
        Condition.Comparison { Sign: not "<>", Right: Operand.Given } comparison => IsSortKey(comparison.Left, table),
        Condition.Between { Lower: Operand.Given, Upper: Operand.Given } between => IsSortKey(between.Value, table),
        Condition.Test { Name: "begins_with" } test => IsSortKey(test.Arguments[0], table),
        _ => false,
    };

    private static bool IsSortKey(Operand operand, TableSchema table) =>
        table.SortKey is { } sort && operand is Operand.At { Path.Steps: { Count: 1 } steps } && steps[0].Name == sort.Name;
}
