using System.Net.Http.Headers;
using System.Text;

namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>What <c>http:invoke</c> sent and what came back, for whoever tests a state. What a connection adds is secret and not in it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The address, as far as the task says it.</param>
/// <param name="Headers">The headers of the request.</param>
/// <param name="Body">The body of the request, or null for none.</param>
public sealed record HttpExchange(string Method, Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body)
{
    /// <summary>What came back; null where nothing did.</summary>
    public HttpExchangeAnswer? Answer { get; init; }

    internal static async ValueTask<HttpExchange> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new(
        request.Method.Method,
        request.RequestUri!,
        Pairs(request.Headers, request.Content?.Headers),
        request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : null);

    internal HttpExchange With(HttpResponseMessage response, byte[] body) => this with
    {
        Answer = new HttpExchangeAnswer((int)response.StatusCode, response.ReasonPhrase ?? "", Pairs(response.Headers, response.Content.Headers), Encoding.UTF8.GetString(body)),
    };

    private static List<KeyValuePair<string, string>> Pairs(params HttpHeaders?[] headers) =>
        [.. headers.OfType<HttpHeaders>().SelectMany(some => some.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())))];
}
