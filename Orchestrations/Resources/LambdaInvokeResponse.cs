using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>The envelope in which <c>lambda:invoke</c> answers.</summary>
internal static class LambdaInvokeResponse
{
    public static JsonObject Of(FunctionReference function, Json? payload, int statusCode, TaskCall call)
    {
        var requestId = RequestId.Of(call);
        return new JsonObjectBuilder()
            .Set("ExecutedVersion", Json.Of(function.ExecutedVersion))
            .Set("Payload", payload ?? JsonString.Empty)
            .Set("SdkHttpMetadata", HttpMetadata(function, payload, statusCode, requestId))
            .Set("SdkResponseMetadata", JsonObject.Of(("RequestId", Json.Of(requestId))))
            .Set("StatusCode", Json.Of(statusCode))
            .Build();
    }

    private static JsonObject HttpMetadata(FunctionReference function, Json? payload, int statusCode, string requestId)
    {
        (string Name, string Value)[] headers =
        [
            ("X-Amz-Executed-Version", function.ExecutedVersion),
            ("x-amzn-RequestId", requestId),
            ("Content-Length", (payload?.Utf8Length ?? 0).ToString()),
            ("Content-Type", "application/json"),
        ];
        return JsonObject.Of(
            ("AllHttpHeaders", JsonObject.Of(headers.Select(header => KeyValuePair.Create(header.Name, (Json)JsonArray.Of(Json.Of(header.Value)))))),
            ("HttpHeaders", JsonObject.Of(headers.Select(header => KeyValuePair.Create(header.Name, Json.Of(header.Value))))),
            ("HttpStatusCode", Json.Of(statusCode)));
    }
}
