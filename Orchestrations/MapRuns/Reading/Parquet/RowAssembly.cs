using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>Puts rows together out of their columns, which Parquet keeps apart.</summary>
/// <remarks>Whether something is there, and whether it comes again, the first column below it says as well as any other.</remarks>
internal sealed class RowAssembly(Column root, ColumnReader[] readers)
{
    /// <summary>The next row.</summary>
    public JsonObject Row() => Members(root);

    private JsonObject Members(Column group)
    {
        var members = new JsonObjectBuilder(group.Inner.Count);
        foreach (var column in group.Inner)
        {
            members.Set(column.Name, Value(column));
        }

        return members.Build();
    }

    private Json Value(Column column) => column switch
    {
        { IsRepeated: true } => JsonArray.Of(Repeated(column, Present)),
        { IsOptional: true } when readers[column.First].Definition < column.Definition => Missing(column),
        _ => Present(column),
    };

    private Json Present(Column column) => column switch
    {
        { Inner.Count: 0 } => readers[column.First].Take() ?? Json.Null,
        { IsMap: true } => JsonObject.Of(Repeated(column.Inner[0], Entry)),
        { IsList: true } => JsonArray.Of(Repeated(column.Inner[0], Item)),
        _ => Members(column),
    };

    /// <summary>The item of a list: what is in the group that is repeated, where that holds one thing alone.</summary>
    private Json Item(Column repeated) => repeated.Inner.Count == 1 && repeated.Name is not "array" && !repeated.Name.EndsWith("_tuple", StringComparison.Ordinal)
        ? Value(repeated.Inner[0])
        : Present(repeated);

    private KeyValuePair<string, Json> Entry(Column repeated)
    {
        var key = Value(repeated.Inner[0]);
        return new(key is JsonString text ? text.Value : key.ToString(), Value(repeated.Inner[1]));
    }

    private List<T> Repeated<T>(Column column, Func<Column, T> read)
    {
        var items = new List<T>();
        var first = readers[column.First];
        if (first.Definition < column.Definition)
        {
            Missing(column);
            return items;
        }

        do
        {
            items.Add(read(column));
        }
        while (first.Repetition == column.Repetition);
        return items;
    }

    /// <summary>What is not there has an entry in each column all the same.</summary>
    private Json Missing(Column column)
    {
        foreach (var reader in readers.AsSpan(column.First, column.End - column.First))
        {
            reader.Take();
        }

        return Json.Null;
    }
}
