using System.Net.Http.Headers;
using System.Text;

namespace TaskOrchestration.Support.Servers;

/// <summary>Calls the REST API. Every method throws <see cref="HttpRequestException"/> when the server is gone.</summary>
/// <param name="endpoint">Where the server is.</param>
/// <param name="apiKey">The id and the secret of an API key, with a dot between them; none for an anonymous server.</param>
public sealed class RestClient(Uri endpoint, string? apiKey = null) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Asks for something.</summary>
    public Task<RestAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, content: null);

    /// <summary>Has something done once for each idempotency key.</summary>
    public Task<RestAnswer> PostAsync(string path, string key, string? body = null) =>
        SendAsync(HttpMethod.Post, path, body is null ? null : Json(body), ("Idempotency-Key", key));

    /// <summary>Changes a version of something.</summary>
    public Task<RestAnswer> PatchAsync(string path, string version, string body) => SendAsync(HttpMethod.Patch, path, Json(body), ("If-Match", version));

    /// <summary>Writes a file.</summary>
    public Task<RestAnswer> PutAsync(string path, byte[] file) =>
        SendAsync(HttpMethod.Put, path, new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } });

    /// <summary>Makes or replaces something.</summary>
    public Task<RestAnswer> PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, Json(body));

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<RestAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri($"api/v1/{path}", UriKind.Relative)) { Content = content };
        if (apiKey is not null)
        {
            request.Headers.Add("X-Api-Key", apiKey);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        return new RestAnswer(
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(),
            response.Headers.ETag?.ToString(),
            response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.Single() : "");
    }
}
