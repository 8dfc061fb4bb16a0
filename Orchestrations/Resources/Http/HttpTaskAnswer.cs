using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>How <c>http:invoke</c> reads an answer.</summary>
internal static class HttpTaskAnswer
{
    private const int FirstFailure = 300;

    public static TaskOutcome Read(HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var text = Encoding.UTF8.GetString(body);
        if (status >= FirstFailure)
        {
            throw new TaskFailureException(new($"States.Http.StatusCode.{status}", text));
        }

        return new TaskOutcome.Succeeded(JsonObject.Of(
            ("Headers", JsonObject.Of(response.Headers.Concat(response.Content.Headers).Select(header =>
                KeyValuePair.Create<string, Json>(header.Key.ToLowerInvariant(), JsonArray.Of(header.Value.Select(Json.Of)))))),
            ("ResponseBody", Body(text, response.Content.Headers.ContentType?.MediaType)),
            ("StatusCode", Json.Of(status)),
            ("StatusText", Json.Of(response.ReasonPhrase ?? ""))));
    }

    private static Json Body(string text, string? mediaType)
    {
        if (mediaType is null || !mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            return Json.Of(text);
        }

        try
        {
            return Json.Parse(text);
        }
        catch (JsonSyntaxException)
        {
            // It says it is JSON and is none; then it is handed on as the text it is.
            return Json.Of(text);
        }
    }
}
