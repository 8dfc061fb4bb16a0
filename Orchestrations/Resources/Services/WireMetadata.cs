using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>What the integrations made by hand show of the HTTP exchange with the service.</summary>
internal static class WireMetadata
{
    public static JsonObject Of(JsonObject answer, AwsService service, string requestId, DateTimeOffset at)
    {
        (string Name, string Value)[] headers =
        [
            ("x-amzn-RequestId", requestId),
            ("connection", "keep-alive"),
            ("Content-Length", answer.Utf8Length.ToString()),
            ("Date", at.ToString("R")),
            ("Content-Type", service.ContentType),
        ];
        return JsonObject.Of(
            ("SdkHttpMetadata", JsonObject.Of(
                ("AllHttpHeaders", JsonObject.Of(headers.Select(header => KeyValuePair.Create(header.Name, (Json)JsonArray.Of(Json.Of(header.Value)))))),
                ("HttpHeaders", JsonObject.Of(headers.Select(header => KeyValuePair.Create(header.Name, Json.Of(header.Value))))),
                ("HttpStatusCode", Json.Of(200)))),
            ("SdkResponseMetadata", JsonObject.Of(("RequestId", Json.Of(requestId)))));
    }
}
