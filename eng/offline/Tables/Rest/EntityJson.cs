using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Rest;

/// <summary>Entities as the service writes them: JSON, with the type beside each property whose type JSON does not show.</summary>
/// <seealso href="https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations">Payload format</seealso>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";

    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in Properties(entity))
            {
                if (value is not null && name is not (nameof(ITableEntity.Timestamp) or TableEntity.ETagName))
                {
                    Write(writer, name, value);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static T Read<T>(JsonElement written)
        where T : class, ITableEntity
    {
        if (typeof(T) != typeof(TableEntity) && typeof(T) != typeof(ITableEntity))
        {
            throw Unbound(typeof(T));
        }

        var entity = new TableEntity();
        foreach (var property in written.EnumerateObject())
        {
            if (property.Name == TableEntity.ETagName)
            {
                entity[property.Name] = property.Value.GetString();
            }
            else if (!property.Name.StartsWith("odata.", StringComparison.Ordinal) && !property.Name.Contains("@odata.", StringComparison.Ordinal))
            {
                entity[property.Name] = Value(property.Value, TypeOf(written, property.Name));
            }
        }

        return (T)(object)entity;
    }

    private static IDictionary<string, object> Properties(ITableEntity entity) =>
        entity as IDictionary<string, object> ?? throw Unbound(entity.GetType());

    private static NotSupportedException Unbound(Type type) =>
        new($"Expected a {nameof(TableEntity)}, found {type}: this subset of Azure.Data.Tables does not bind properties of other types.");

    private static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(name, text);
                break;
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long number:
                WriteTyped(writer, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case ulong number:
                WriteTyped(writer, name, "Edm.Int64", ((long)number).ToString(CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                writer.WriteString(name + TypeSuffix, "Edm.Double");
                writer.WriteNumber(name, number);
                break;
            case double number:
                WriteTyped(writer, name, "Edm.Double", double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                break;
            case Guid guid:
                WriteTyped(writer, name, "Edm.Guid", guid.ToString());
                break;
            case DateTimeOffset time:
                WriteTyped(writer, name, "Edm.DateTime", Time(time));
                break;
            case DateTime time:
                WriteTyped(writer, name, "Edm.DateTime", Time(new DateTimeOffset(time)));
                break;
            case byte[] bytes:
                WriteTyped(writer, name, "Edm.Binary", Convert.ToBase64String(bytes));
                break;
            case BinaryData data:
                WriteTyped(writer, name, "Edm.Binary", Convert.ToBase64String(data.ToMemory().Span));
                break;
            default:
                throw new NotSupportedException($"Not supported type {value.GetType()}");
        }
    }

    private static void WriteTyped(Utf8JsonWriter writer, string name, string type, string text)
    {
        writer.WriteString(name + TypeSuffix, type);
        writer.WriteString(name, text);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string TypeOf(JsonElement written, string name)
    {
        // The service leaves out the type of its own time stamp.
        var annotated = written.TryGetProperty(name + TypeSuffix, out var type) ? type.GetString() : null;
        return annotated ?? (name == nameof(ITableEntity.Timestamp) ? "Edm.DateTime" : null);
    }

    private static object Value(JsonElement value, string type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.String, "Edm.Binary") => Convert.FromBase64String(value.GetString()!),
        (JsonValueKind.String, "Edm.DateTime") => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        (JsonValueKind.String, "Edm.Guid") => Guid.Parse(value.GetString()!),
        (JsonValueKind.String, "Edm.Int64") => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (JsonValueKind.String, "Edm.Double") => Special(value.GetString()!),
        (JsonValueKind.Number, "Edm.Double") => value.GetDouble(),
        (JsonValueKind.String, _) => value.GetString(),
        (JsonValueKind.True or JsonValueKind.False, _) => value.GetBoolean(),
        (JsonValueKind.Number, _) => Number(value),
        _ => throw new NotSupportedException($"Not supported type {type ?? value.ValueKind.ToString()}"),
    };

    private static object Number(JsonElement value)
    {
        if (value.TryGetInt32(out var number))
        {
            return number;
        }

        return value.TryGetInt64(out var large) ? large : value.GetDouble();
    }

    private static double Special(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" or "INF" => double.PositiveInfinity,
        "-Infinity" or "-INF" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
