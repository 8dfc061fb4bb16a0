using System.Text.Json.Nodes;

namespace TaskOrchestration.Cli.Tests.Access;

/// <summary>An answer, as far as it may not depend on whether something that is not there is somebody else's or nobody's.</summary>
internal sealed record Answered(int Status, string Headers, string Body)
{
    /// <summary>What differs from one answer to the next in any case.</summary>
    private static readonly HashSet<string> OfTheMoment = new(StringComparer.OrdinalIgnoreCase) { "Date", "X-Request-Id", "X-Server-Time", "x-amzn-RequestId", "RateLimit", "traceparent" };

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="asked">The id that was asked for; it is written as <c>{id}</c>, so that the answers for two ids compare.</param>
    public static async Task<Answered> OfAsync(HttpResponseMessage answer, string asked)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheMoment.Contains(header.Key)).OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return new Answered((int)answer.StatusCode, Neutral(string.Join('\n', headers), asked), Neutral(WithoutRequestId(await answer.Content.ReadAsStringAsync()), asked));
    }

    private static string WithoutRequestId(string body)
    {
        if (!body.StartsWith('{') || JsonNode.Parse(body) is not JsonObject fields)
        {
            return body;
        }

        fields.Remove("requestId");
        return fields.ToJsonString();
    }

    private static string Neutral(string text, string asked) => text.Replace(asked, "{id}", StringComparison.Ordinal);
}
