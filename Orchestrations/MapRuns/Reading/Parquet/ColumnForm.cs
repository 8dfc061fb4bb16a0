using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>What the values of a column become in JSON: dates and moments texts of ISO 8601, decimals numbers, bytes that are no text Base64.</summary>
internal sealed class ColumnForm(Column column)
{
    private const int Boolean = 0;
    private const int Int32 = 1;
    private const int Int64 = 2;
    private const int Int96 = 3;
    private const int Float = 4;
    private const int Double = 5;
    private const int ByteArray = 6;
    private const int FixedLength = 7;

    /// <summary>On 1 January 1970, in Julian days.</summary>
    private const int EpochDay = 2_440_588;

    private const string Moments = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string Locals = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
    private const string Times = "HH:mm:ss.FFFFFFF";

    private readonly int type = column.PhysicalType;
    private readonly long? converted = column.Converted;
    private readonly ThriftStruct? logical = column.Logical;

    /// <summary>Whether values are truths, of which eight share a byte.</summary>
    public bool IsBoolean => type == Boolean;

    /// <summary>Whether values are whole numbers, which may be written by their differences.</summary>
    public bool IsWhole => type is Int32 or Int64;

    /// <summary>The next value of those that are written one after the other.</summary>
    public Json Read(ref PageBytes bytes) => type switch
    {
        Int32 => OfWhole(bytes.Int32()),
        Int64 => OfWhole(bytes.Int64()),
        Int96 => OfInt96(bytes.Take(12)),
        Float => OfSingle(BitConverter.Int32BitsToSingle(bytes.Int32())),
        Double => OfReal(BitConverter.Int64BitsToDouble(bytes.Int64())),
        ByteArray => OfBytes(bytes.Take(bytes.Int32())),
        FixedLength => OfBytes(bytes.Take(column.Length)),
        _ => throw ParquetItems.Damaged(),
    };

    /// <summary>A value that is kept as a whole number.</summary>
    public Json OfWhole(long value) => this switch
    {
        _ when converted == 5 || logical?.Has(5) == true => Decimal(value),
        _ when converted == 6 || logical?.Has(6) == true => Moment(TicksIn(value, TimeSpan.TicksPerDay), "yyyy-MM-dd"),
        _ when converted == 9 => Moment(TicksIn(value, TimeSpan.TicksPerMillisecond), Moments),
        _ when converted == 10 => Moment(TicksIn(value, TimeSpan.TicksPerMicrosecond), Moments),
        _ when logical?.Struct(8) is { } timestamp => Moment(OfUnit(timestamp.Struct(2), value), timestamp.Flag(1) == false ? Locals : Moments),
        _ when logical?.Struct(7) is { } time => Moment(OfUnit(time.Struct(2), value), Times),
        _ when converted == 7 => Moment(TicksIn(value, TimeSpan.TicksPerMillisecond), Times),
        _ when converted == 8 => Moment(TicksIn(value, TimeSpan.TicksPerMicrosecond), Times),
        _ when converted is >= 11 and <= 14 || logical?.Struct(10)?.Flag(2) == false =>
            JsonNumber.Spelled(type == Int32 ? ((uint)value).ToString(CultureInfo.InvariantCulture) : ((ulong)value).ToString(CultureInfo.InvariantCulture)),
        _ => Json.Of(value),
    };

    /// <summary>A value that is kept as bytes.</summary>
    public Json OfBytes(ReadOnlySpan<byte> bytes) => this switch
    {
        _ when converted is 0 or 4 or 19 || logical is { } said && (said.Has(1) || said.Has(4) || said.Has(12)) => Json.Of(Encoding.UTF8.GetString(bytes)),
        _ when converted == 5 || logical?.Has(5) == true => Decimal(new BigInteger(bytes, isUnsigned: false, isBigEndian: true)),
        _ when logical?.Has(14) == true && bytes.Length == 16 => Json.Of(new Guid(bytes, bigEndian: true).ToString()),
        _ => Json.Of(Convert.ToBase64String(bytes)),
    };

    /// <summary>A day and the nanoseconds since its beginning, as older writers keep moments.</summary>
    private static Json OfInt96(ReadOnlySpan<byte> bytes) => Moment(
        TicksIn(BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) - EpochDay, TimeSpan.TicksPerDay) + (BinaryPrimitives.ReadInt64LittleEndian(bytes) / 100),
        Moments);

    /// <summary>JSON has no word for what is no number.</summary>
    private static Json OfReal(double value) => double.IsFinite(value) ? Json.Of(value) : Json.Null;

    /// <summary>Spelled as shortly as its own precision allows: <c>0.1</c> and not <c>0.10000000149011612</c>.</summary>
    private static Json OfSingle(float value) =>
        float.IsFinite(value) ? Json.Of(double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) : Json.Null;

    private static long OfUnit(ThriftStruct? unit, long value) =>
        unit?.Has(1) == true ? TicksIn(value, TimeSpan.TicksPerMillisecond)
        : unit?.Has(2) == true ? TicksIn(value, TimeSpan.TicksPerMicrosecond)
        : value / 100;

    private static long TicksIn(long value, long ticks) => Math.BigMul(value, ticks) is var product && product >= long.MinValue && product <= long.MaxValue ? (long)product : long.MaxValue;

    /// <summary>A moment as a text; one that no calendar here reaches, as the number it is.</summary>
    private static Json Moment(long ticks, string format) =>
        ticks >= -DateTime.UnixEpoch.Ticks && ticks <= DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks
            ? Json.Of(DateTime.UnixEpoch.AddTicks(ticks).ToString(format, CultureInfo.InvariantCulture))
            : Json.Of(ticks);

    private JsonNumber Decimal(BigInteger unscaled)
    {
        var digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(column.Scale + 1, '0');
        var sign = unscaled.Sign < 0 ? "-" : "";
        return JsonNumber.Spelled(column.Scale > 0 ? $"{sign}{digits[..^column.Scale]}.{digits[^column.Scale..]}" : sign + digits);
    }
}
