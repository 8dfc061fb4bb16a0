using System.Collections.Concurrent;
using System.Text;
using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Tests.Rest.Serving;

/// <summary>Asks the REST API, and holds every answer against the OpenAPI document.</summary>
public sealed class RestClient(Uri address) : IDisposable
{
    public const string Operator = "olga:Operator";
    public const string Owner = "ada:None";
    public const string Other = "bob:None";
    public const string Admin = "root:Admin";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentDictionary<(string Method, string Path, int Status), bool> _exercised = [];

    /// <summary>The document that answers are held against.</summary>
    public ApiDocument? Document { get; set; }

    /// <summary>Every documented answer that was given.</summary>
    public IEnumerable<(string Method, string Path, int Status)> Exercised => _exercised.Keys;

    public Task<RestAnswer> GetAsync(string path, string? caller = Operator, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, caller, content: null, headers);

    public Task<RestAnswer> DeleteAsync(string path, string? caller = Operator, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Delete, path, caller, content: null, headers);

    public Task<RestAnswer> PostAsync(string path, string json, string? caller = Operator, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, caller, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public Task<RestAnswer> PatchAsync(string path, string json, string? caller = Operator, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, path, caller, new StringContent(json, Encoding.UTF8, "application/merge-patch+json"), headers);

    public Task<RestAnswer> PutAsync(string path, byte[] content, string? contentType, string? caller = Operator, params (string Name, string Value)[] headers)
    {
        var body = new ByteArrayContent(content);
        if (contentType is not null)
        {
            body.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return SendAsync(HttpMethod.Put, path, caller, body, headers);
    }

    /// <summary>Sends a request as it is: the path and query are not touched.</summary>
    public async Task<RestAnswer> SendAsync(HttpMethod method, string path, string? caller, HttpContent? content, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })) { Content = content };
        if (caller is not null)
        {
            request.Headers.Add(RestServer.CallerHeader, caller);
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await _http.SendAsync(request);
        var answer = await RestAnswer.ReadAsync(response);
        if (Document?.Check(method.Method, path, answer) is { } exercised)
        {
            _exercised.TryAdd(exercised, true);
        }

        return answer;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The header of a caller with these roles.</summary>
    public static string Caller(string name, Roles roles) => $"{name}:{roles}";
}
