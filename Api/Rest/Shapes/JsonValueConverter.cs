using System.Text.Json;
using System.Text.Json.Serialization;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>Carries the values of executions through REST with the spelling of their numbers.</summary>
internal sealed class JsonValueConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Json) || typeToConvert == typeof(JsonObject);

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert == typeof(Json) ? new Converter<Json>() : new Converter<JsonObject>();

    private sealed class Converter<T> : JsonConverter<T>
        where T : Json
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return Json.Parse(document.RootElement.GetRawText()) as T ?? throw new JsonException("Expected an object.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteRawValue(value.ToUtf8(), skipInputValidation: true);
    }
}
