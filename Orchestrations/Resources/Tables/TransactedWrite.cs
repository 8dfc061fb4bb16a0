using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>One write of a transaction.</summary>
/// <param name="Key">Which item.</param>
/// <param name="Condition">What it has to meet; null for nothing.</param>
/// <param name="Apply">What it is afterwards; null for gone.</param>
internal sealed record TransactedWrite(ItemKey Key, Condition? Condition, Func<JsonObject?, JsonObject?> Apply)
{
    public static TransactedWrite Read(Json write, ServiceRequest request, TableDirectory tables)
    {
        if (write is not JsonObject { Count: 1 } one || one.Names[0] is not ("Put" or "Update" or "Delete" or "ConditionCheck"))
        {
            throw AttributeValue.Invalid($"TransactItems can only contain one of Check, Put, Update or Delete; found {write}");
        }

        var kind = one.Names[0];
        var inner = request.Within(one.Values[0]);
        TableRequest.Require(inner, kind == "Put" ? "Item" : "Key", "TableName");
        var placeholders = new Placeholders(inner);
        var actions = kind == "Update" ? UpdateReader.Read(inner.Text("UpdateExpression"), placeholders) : [];
        var condition = TableRequest.Condition(inner, placeholders);
        placeholders.CheckUse();
        var table = tables.Table(inner.Text("TableName"));
        if (kind == "Put")
        {
            var (key, item) = TableRequest.Item(table, inner.Structure("Item")!);
            return new TransactedWrite(key, condition, _ => item);
        }

        UpdateItem.CheckTargets(actions, table);
        var given = AttributeValue.ReadAll(inner.Structure("Key")!);
        return new TransactedWrite(ItemKeys.OfKey(table, given), condition, kind switch
        {
            "Update" => item => Updating.Apply(actions, item ?? given),
            "Delete" => _ => null,
            _ => item => item,
        });
    }
}
