using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>Carries an update out. Every value is worked out from the item as it was.</summary>
internal static class Updating
{
    /// <summary>The item as it is afterwards.</summary>
    public static JsonObject Apply(IReadOnlyList<UpdateAction> actions, JsonObject item)
    {
        var changed = item;
        var removals = new List<DocumentPath>();
        foreach (var action in actions)
        {
            switch (action)
            {
                case UpdateAction.Set set:
                    changed = PathChange.Set(changed, set.Path, Evaluate(set.Value, item));
                    break;
                case UpdateAction.Remove remove:
                    removals.Add(remove.Path);
                    break;
                case UpdateAction.Add add:
                    changed = PathChange.Set(changed, add.Path, Sum(add, item));
                    break;
                case UpdateAction.Delete delete:
                    changed = Without(delete, item, changed);
                    break;
                default:
                    throw new UnreachableException($"no arm for {action.GetType().Name}");
            }
        }

        // From the last element of a list to the first: each index is that of the list as it was.
        return removals.OrderByDescending(path => path.Steps[^1].Index).Aggregate(changed, PathChange.Remove);
    }

    private static Json Evaluate(SetValue value, JsonObject item) => value switch
    {
        SetValue.Given given => given.Value,
        SetValue.At at => at.Path.Find(item) ?? throw AttributeValue.Invalid("The provided expression refers to an attribute that does not exist in the item"),
        SetValue.IfNotExists maybe => maybe.Path.Find(item) ?? Evaluate(maybe.Otherwise, item),
        SetValue.Sum sum => Calculate(Evaluate(sum.Left, item), Evaluate(sum.Right, item), sum.IsDifference),
        SetValue.ListAppend lists => Append(Evaluate(lists.First, item), Evaluate(lists.Second, item)),
        _ => throw new UnreachableException($"no arm for {value.GetType().Name}"),
    };

    private static JsonObject Calculate(Json left, Json right, bool isDifference)
    {
        if (AttributeValue.TypeOf(left) != "N" || AttributeValue.TypeOf(right) != "N")
        {
            throw WrongOperand();
        }

        var (first, second) = (AttributeValue.NumberOf(left), AttributeValue.NumberOf(right));
        return AttributeValue.Of(isDifference ? first.Minus(second) : first.Plus(second));
    }

    private static JsonObject Append(Json first, Json second) => AttributeValue.TypeOf(first) == "L" && AttributeValue.TypeOf(second) == "L"
        ? JsonObject.Of(("L", JsonArray.Of(((JsonArray)AttributeValue.ContentOf(first)).Concat((JsonArray)AttributeValue.ContentOf(second)))))
        : throw WrongOperand();

    private static Json Sum(UpdateAction.Add add, JsonObject item)
    {
        var type = AttributeValue.TypeOf(add.Value);
        if (type is not ("N" or "SS" or "NS" or "BS"))
        {
            throw WrongType("ADD", add.Value, "ALLOWED_FOR_ADD_OPERAND");
        }

        return add.Path.Find(item) switch
        {
            null => add.Value,
            var old when AttributeValue.TypeOf(old) != type => throw WrongOperand(),
            var old when type == "N" => Calculate(old, add.Value, isDifference: false),
            var old => JsonObject.Of((type, JsonArray.Of(AttributeValue.Elements(old).Union(AttributeValue.Elements(add.Value), StringComparer.Ordinal).Select(Json.Of)))),
        };
    }

    private static JsonObject Without(UpdateAction.Delete delete, JsonObject item, JsonObject changed)
    {
        var type = AttributeValue.TypeOf(delete.Value);
        if (type is not ("SS" or "NS" or "BS"))
        {
            throw WrongType("DELETE", delete.Value, "ALLOWED_FOR_DELETE_OPERAND");
        }

        if (delete.Path.Find(item) is not { } old)
        {
            return changed;
        }

        if (AttributeValue.TypeOf(old) != type)
        {
            throw WrongOperand();
        }

        Json[] left = [.. AttributeValue.Elements(old).Except(AttributeValue.Elements(delete.Value), StringComparer.Ordinal).Select(Json.Of)];
        return left.Length == 0 ? PathChange.Remove(changed, delete.Path) : PathChange.Set(changed, delete.Path, JsonObject.Of((type, JsonArray.Of(left))));
    }

    private static Exception WrongOperand() => AttributeValue.Invalid("An operand in the update expression has an incorrect data type");

    private static Exception WrongType(string function, Json value, string allowed) => AttributeValue.Invalid(
        $"Invalid {UpdateReader.Expression}: Incorrect operand type for operator or function; operator: {function}, operand type: {Spoken(AttributeValue.TypeOf(value))}, typeSet: {allowed}");

    private static string Spoken(string type) => type switch
    {
        "S" => "STRING",
        "N" => "NUMBER",
        "B" => "BINARY",
        "BOOL" => "BOOLEAN",
        "M" => "MAP",
        "L" => "LIST",
        _ => type,
    };
}
