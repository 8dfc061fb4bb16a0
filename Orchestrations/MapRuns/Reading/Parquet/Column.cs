namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>A node of a file's schema: a group of others, or a column with values.</summary>
/// <seealso href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">SchemaElement</seealso>
internal sealed class Column
{
    private const int Deepest = 100;
    private const int LargestScale = 1_000;
    private readonly ThriftStruct element;

    private Column(ThriftStruct element, Column? outer)
    {
        this.element = element;
        var repetition = element.Whole(3);
        IsOptional = outer is not null && repetition == 1;
        IsRepeated = outer is not null && repetition == 2;
        Definition = (outer?.Definition ?? 0) + (IsOptional || IsRepeated ? 1 : 0);
        Repetition = (outer?.Repetition ?? 0) + (IsRepeated ? 1 : 0);
    }

    /// <summary>Its name.</summary>
    public string Name => element.Text(4) ?? "";

    /// <summary>What is in the group; nothing in a column with values.</summary>
    public IReadOnlyList<Column> Inner { get; private set; } = [];

    /// <summary>Whether it may be missing.</summary>
    public bool IsOptional { get; }

    /// <summary>Whether it may come any number of times.</summary>
    public bool IsRepeated { get; }

    /// <summary>The level from which on it is there.</summary>
    public int Definition { get; }

    /// <summary>The level at which it comes again.</summary>
    public int Repetition { get; }

    /// <summary>Whether the group is a list: one group that is repeated, and what is in that is an item.</summary>
    public bool IsList => Inner is [{ IsRepeated: true }] && (Converted == 3 || Logical?.Has(3) == true);

    /// <summary>Whether the group is a map: one group that is repeated, of a key and a value.</summary>
    public bool IsMap => Inner is [{ IsRepeated: true, Inner.Count: 2 }] && (Converted is 1 or 2 || Logical?.Has(2) == true);

    /// <summary>How its values are kept.</summary>
    public int PhysicalType => element.Number(1);

    /// <summary>How many bytes a value of fixed length has.</summary>
    public int Length => (int)(element.Whole(2) ?? 0);

    /// <summary>What its values stand for, in the words of older files; null where nobody says.</summary>
    public long? Converted => element.Whole(6);

    /// <summary>What its values stand for, or null.</summary>
    public ThriftStruct? Logical => element.Struct(10);

    /// <summary>How many digits of a decimal number are behind the point.</summary>
    public int Scale => (Logical?.Struct(5)?.Whole(1) ?? element.Whole(7) ?? 0) is >= 0 and <= LargestScale and var scale ? (int)scale : throw ParquetItems.Damaged();

    /// <summary>The number of the first column with values in it, counted from 0 through the file.</summary>
    public int First { get; private set; }

    /// <summary>The number behind that of the last one.</summary>
    public int End { get; private set; }

    /// <summary>The tree that the elements of a file's schema stand for, which are in the order of their depth first.</summary>
    public static Column Tree(ThriftStruct[] elements)
    {
        var (next, leaves) = (0, 0);
        return elements.Length == 0 ? throw ParquetItems.Damaged() : Read(elements, outer: null, ref next, ref leaves, depth: 0);
    }

    /// <summary>All columns with values in it, in their order.</summary>
    public IEnumerable<Column> Leaves() => Inner.Count == 0 ? [this] : Inner.SelectMany(column => column.Leaves());

    private static Column Read(ThriftStruct[] elements, Column? outer, ref int next, ref int leaves, int depth)
    {
        if (next >= elements.Length || depth > Deepest)
        {
            throw ParquetItems.Damaged();
        }

        var column = new Column(elements[next++], outer) { First = leaves };
        var inner = new List<Column>();
        for (var left = column.element.Whole(5) ?? 0; left > 0; left--)
        {
            inner.Add(Read(elements, column, ref next, ref leaves, depth + 1));
        }

        column.Inner = inner;
        leaves += inner.Count == 0 ? 1 : 0;
        column.End = leaves;
        return column;
    }
}
