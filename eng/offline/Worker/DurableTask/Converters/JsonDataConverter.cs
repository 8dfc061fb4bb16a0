using System.Text.Json;

namespace Microsoft.DurableTask.Converters;

/// <summary>JSON, as System.Text.Json writes it.</summary>
public class JsonDataConverter(JsonSerializerOptions? options = null) : DataConverter
{
    private readonly JsonSerializerOptions? _options = options ?? new JsonSerializerOptions { IncludeFields = true };

    public static JsonDataConverter Default { get; } = new();

    public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, _options);

    public override object? Deserialize(string? data, Type targetType) =>
        string.IsNullOrEmpty(data) ? null : JsonSerializer.Deserialize(data, targetType, _options);
}
