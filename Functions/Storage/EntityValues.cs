using System.Globalization;
using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage;

/// <summary>Properties of entities as the domain's values.</summary>
public static class EntityValues
{
    /// <summary>A text that must be there.</summary>
    public static string Text(this TableEntity entity, string name)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.GetString(name) ?? throw Missing(entity, name);
    }

    /// <summary>A number that must be there.</summary>
    public static long Integer(this TableEntity entity, string name)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.GetInt64(name) ?? throw Missing(entity, name);
    }

    /// <summary>One of the words of an enumeration.</summary>
    public static T Choice<T>(this TableEntity entity, string name)
        where T : struct, Enum => Enum.Parse<T>(entity.Text(name));

    /// <summary>A moment, with its offset and to its last tick.</summary>
    public static DateTimeOffset Time(this TableEntity entity, string name) => ReadTime(entity.Text(name));

    /// <summary>A moment, if there is one.</summary>
    public static DateTimeOffset? FindTime(this TableEntity entity, string name)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.GetString(name) is { } text ? ReadTime(text) : null;
    }

    /// <summary>A moment as text: a property of the service's own kind would keep neither its offset nor moments before 1601.</summary>
    public static string WriteTime(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The moment that <see cref="WriteTime"/> wrote.</summary>
    public static DateTimeOffset ReadTime(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static InvalidDataException Missing(TableEntity entity, string name) =>
        new($"Expected property {name}, found none in '{entity.PartitionKey}' / '{entity.RowKey}'.");
}
