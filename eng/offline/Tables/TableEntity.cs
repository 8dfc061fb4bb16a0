using System.Collections;
using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>An entity as a dictionary of its properties.</summary>
/// <remarks>The keys, the time stamp and the ETag (as <c>odata.etag</c>) are entries of the dictionary too.</remarks>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object> properties;

    public TableEntity() => properties = [];

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) => properties = values is null ? [] : new Dictionary<string, object>(values);

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => properties[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => properties[nameof(Timestamp)] = value;
    }

    public ETag ETag
    {
        get => new(GetString(ETagName));
        set => properties[ETagName] = value.ToString();
    }

    public ICollection<string> Keys => properties.Keys;

    public int Count => properties.Count;

    ICollection<object> IDictionary<string, object>.Values => properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    public object this[string key]
    {
        get => Get(key);
        set => Set(key, value);
    }

    public void Add(string key, object value) => Set(key, value);

    public void Clear() => properties.Clear();

    public bool ContainsKey(string key) => properties.ContainsKey(key);

    public byte[] GetBinary(string key) => Get(key) is BinaryData data ? data.ToArray() : Get<byte[]>(key);

    public BinaryData GetBinaryData(string key) => Get(key) is byte[] bytes ? BinaryData.FromBytes(bytes) : Get<BinaryData>(key);

    public bool? GetBoolean(string key) => Get<bool?>(key);

    public DateTime? GetDateTime(string key) => Get(key) is DateTimeOffset time ? time.UtcDateTime : Get<DateTime?>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) => Get(key) is DateTime time ? new DateTimeOffset(time) : Get<DateTimeOffset?>(key);

    public double? GetDouble(string key) => Get<double?>(key);

    public Guid? GetGuid(string key) => Get<Guid?>(key);

    public int? GetInt32(string key) => Get<int?>(key);

    public long? GetInt64(string key) => Get<long?>(key);

    public string GetString(string key) => Get<string>(key);

    public bool Remove(string key) => properties.Remove(key);

    public bool TryGetValue(string key, out object value) => properties.TryGetValue(key, out value);

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Set(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => properties.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)properties).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => properties.GetEnumerator();

    private object Get(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return properties.GetValueOrDefault(key);
    }

    private T Get<T>(string key) => Get(key) switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidOperationException($"Cannot return {typeof(T)} type for a {other.GetType()} typed property."),
    };

    private void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        properties[key] = value is null || Get(key) is not { } standing || standing.GetType().IsInstanceOfType(value) ? value : Coerced(standing, value);
    }

    private static object Coerced(object standing, object value) => (standing, value) switch
    {
        (int, double or long) => value,
        (double, int number) => (double)number,
        (long, int number) => (long)number,
        (string, DateTime time) => time.ToString("O", CultureInfo.InvariantCulture),
        (string, DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"Value ({standing.GetType()}) {standing} is not convertable to ({value.GetType()}) {value}."),
    };
}
