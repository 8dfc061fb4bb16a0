using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Reads payload templates. Parts without any path are folded into constants.</summary>
internal static class Template
{
    private const string ComputedEnding = ".$";

    /// <summary>The template in a field, or null where the field is absent.</summary>
    public static Expression? Read(FieldReader reader, string name) => reader.Find(name) switch
    {
        null => null,
        var value when reader.IsJsonata => ReadQueries(value, reader.At(name), reader.Scope.Problems),
        var value => Read(value, reader.At(name), reader.Scope.Problems),
    };

    public static Expression Read(Json value, Place place, ProblemList problems) => value switch
    {
        JsonObject members => ReadObject(members, place, problems),
        JsonArray items => ReadList(items, place, problems),
        _ => new Expression.Constant(value),
    };

    /// <summary>A template of JSONata: any text in it may be an expression, and the names of members mean nothing.</summary>
    public static Expression ReadQueries(Json value, Place place, ProblemList problems)
    {
        switch (value)
        {
            case JsonString text:
                return JsonataText.Read(text, place, problems);
            case JsonObject members:
                var fields = members.Select(member => new ObjectField(member.Key, ReadQueries(member.Value, place.Member(member.Key), problems))).ToArray();
                return fields.All(field => field.Value is Expression.Constant) ? new Expression.Constant(value) : new Expression.ObjectOf([.. fields]);
            case JsonArray list:
                var items = list.Select((item, i) => ReadQueries(item, place.Item(i), problems)).ToArray();
                return items.All(item => item is Expression.Constant) ? new Expression.Constant(value) : new Expression.ListOf([.. items]);
            default:
                return new Expression.Constant(value);
        }
    }

    /// <summary>The member of a template that is written under <paramref name="name"/>.</summary>
    public static ObjectField ReadField(string name, Json value, Place place, ProblemList problems)
    {
        if (!name.EndsWith(ComputedEnding, StringComparison.Ordinal))
        {
            WarnOfPath(name, value, place, problems);
            return new ObjectField(name, Read(value, place.Member(name), problems));
        }

        var expression = value is JsonString text ? PathFields.Computed(text.Value) : null;
        if (expression is null)
        {
            problems.Add(
                ProblemCode.Schema,
                $"The value for the field '{name}' must be a valid JSONPath or a valid intrinsic function call",
                place);
        }

        return new ObjectField(name[..^ComputedEnding.Length], expression ?? new Expression.Constant(value));
    }

    private static Expression ReadObject(JsonObject members, Place place, ProblemList problems)
    {
        var fields = new ObjectField[members.Count];
        var isConstant = true;
        var names = members.Names;
        var values = members.Values;
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = ReadField(names[i], values[i], place, problems);
            isConstant &= fields[i].Value is Expression.Constant;
            if (fields[i].Name != names[i] && members.Contains(fields[i].Name))
            {
                problems.Add(
                    ProblemCode.Schema,
                    $"Expected only one of the fields [{fields[i].Name}, {names[i]}], found both",
                    place);
            }
        }

        return isConstant ? new Expression.Constant(members) : new Expression.ObjectOf([.. fields]);
    }

    private static Expression ReadList(JsonArray items, Place place, ProblemList problems)
    {
        var read = new Expression[items.Count];
        var isConstant = true;
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = Read(items[i], place.Item(i), problems);
            isConstant &= read[i] is Expression.Constant;
        }

        return isConstant ? new Expression.Constant(items) : new Expression.ListOf([.. read]);
    }

    private static void WarnOfPath(string name, Json value, Place place, ProblemList problems)
    {
        if (value is JsonString text && LooksComputed.Test(text.Value))
        {
            problems.Warn(
                ProblemCode.NoDollar,
                $"The value of the field '{name}' looks like a JSONPath or an intrinsic function. To have it evaluated, name the field '{name}.$'",
                place.Member(name));
        }
    }
}
