using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Rest;

/// <summary>How the REST API writes and reads JSON: camelCase, nothing unknown, nothing twice; a member that is null is left out of an answer.</summary>
internal static class RestJson
{
    public static readonly JsonSerializerOptions Options = MakeOptions();

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Answers are never part of a page, so what HTML would need escaped stays readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new WordConverters(), new JsonValueConverter(), new TimeConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
