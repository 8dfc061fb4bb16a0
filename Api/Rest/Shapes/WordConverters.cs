using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>Writes a choice by its name: a status as it is named (<c>Pending</c>), anything else in camelCase (<c>purchase</c>).</summary>
internal sealed class WordConverters : JsonConverterFactory
{
    private static readonly JsonStringEnumConverter AsNamed = new(namingPolicy: null, allowIntegerValues: false);
    private static readonly JsonStringEnumConverter InCamelCase = new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (typeToConvert.Name.EndsWith("Status", StringComparison.Ordinal) ? AsNamed : InCamelCase).CreateConverter(typeToConvert, options);
}
