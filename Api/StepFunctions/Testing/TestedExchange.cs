using System.Globalization;
using TaskOrchestration.Orchestrations.Resources.Http;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>Writes what an HTTP task sent and what came back.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionDataRequest.html">InspectionDataRequest</seealso>
internal static class TestedExchange
{
    public static JsonObject Request(HttpExchange exchange) => new JsonObjectBuilder()
        .Set("protocol", Json.Of(exchange.Url.Scheme))
        .Set("method", Json.Of(exchange.Method))
        .Set("url", Json.Of(exchange.Url.AbsoluteUri))
        .Set("headers", Headers(exchange.Headers))
        .SetIfPresent("body", exchange.Body)
        .Build();

    public static JsonObject Response(HttpExchange exchange, HttpExchangeAnswer answer) => new JsonObjectBuilder()
        .Set("protocol", Json.Of(exchange.Url.Scheme))
        .Set("statusCode", Json.Of(answer.StatusCode.ToString(CultureInfo.InvariantCulture)))
        .Set("statusMessage", Json.Of(answer.StatusMessage))
        .Set("headers", Headers(answer.Headers))
        .Set("body", Json.Of(answer.Body))
        .Build();

    /// <summary>As AWS writes a list: between brackets, with commas.</summary>
    private static Json Headers(IEnumerable<KeyValuePair<string, string>> headers) =>
        Json.Of($"[{string.Join(", ", headers.Select(header => $"{header.Key}: {header.Value}"))}]");
}
