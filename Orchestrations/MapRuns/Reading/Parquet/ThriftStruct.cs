using System.Text;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>A structure in the compact protocol of Thrift, in which Parquet writes all that is not data: its fields by their numbers.</summary>
/// <seealso href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">The protocol</seealso>
internal sealed class ThriftStruct
{
    private const int Deepest = 64;
    private readonly Dictionary<int, object> fields = [];

    /// <summary>Reads a structure.</summary>
    public static ThriftStruct Read(ref PageBytes bytes) => Read(ref bytes, depth: 0);

    /// <summary>Whether the field is there.</summary>
    public bool Has(int id) => fields.ContainsKey(id);

    /// <summary>A whole number, or null.</summary>
    public long? Whole(int id) => fields.GetValueOrDefault(id) as long?;

    /// <summary>A whole number that has to be there.</summary>
    public int Number(int id) => Whole(id) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw ParquetItems.Damaged();

    /// <summary>A flag, or null.</summary>
    public bool? Flag(int id) => fields.GetValueOrDefault(id) as bool?;

    /// <summary>A text, or null.</summary>
    public string? Text(int id) => fields.GetValueOrDefault(id) is byte[] utf8 ? Encoding.UTF8.GetString(utf8) : null;

    /// <summary>A structure, or null.</summary>
    public ThriftStruct? Struct(int id) => fields.GetValueOrDefault(id) as ThriftStruct;

    /// <summary>The structures of a list; none where it is not there.</summary>
    public ThriftStruct[] Structs(int id) => fields.GetValueOrDefault(id) is object[] items ? [.. items.OfType<ThriftStruct>()] : [];

    private static ThriftStruct Read(ref PageBytes bytes, int depth)
    {
        if (depth > Deepest)
        {
            throw ParquetItems.Damaged();
        }

        var read = new ThriftStruct();
        for (var id = 0L; bytes.Byte() is not 0 and var header;)
        {
            id = header >> 4 is not 0 and var step ? id + step : bytes.ZigZag();
            var type = header & 0x0F;
            read.fields[(int)id] = type <= 2 ? type == 1 : Value(ref bytes, type, depth);
        }

        return read;
    }

    private static object Value(ref PageBytes bytes, int type, int depth) => type switch
    {
        1 or 2 => bytes.Byte() == 1,
        3 => (long)(sbyte)bytes.Byte(),
        4 or 5 or 6 => bytes.ZigZag(),
        7 => BitConverter.Int64BitsToDouble(bytes.Int64()),
        8 => bytes.Take(bytes.Count()).ToArray(),
        9 or 10 => List(ref bytes, depth + 1),
        11 => Map(ref bytes, depth + 1),
        12 => Read(ref bytes, depth + 1),
        _ => throw ParquetItems.Damaged(),
    };

    private static object[] List(ref PageBytes bytes, int depth)
    {
        var header = bytes.Byte();
        var count = header >> 4 is 15 ? bytes.Count() : header >> 4;
        if (count > bytes.Left || depth > Deepest)
        {
            throw ParquetItems.Damaged();
        }

        var items = new object[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = Value(ref bytes, header & 0x0F, depth);
        }

        return items;
    }

    /// <summary>Goes past a map; nothing that is wanted is in one.</summary>
    private static object[] Map(ref PageBytes bytes, int depth)
    {
        var count = bytes.Count();
        if (count > bytes.Left || depth > Deepest)
        {
            throw ParquetItems.Damaged();
        }

        var types = count > 0 ? bytes.Byte() : 0;
        for (var i = 0; i < count; i++)
        {
            Value(ref bytes, types >> 4, depth);
            Value(ref bytes, types & 0x0F, depth);
        }

        return [];
    }
}
