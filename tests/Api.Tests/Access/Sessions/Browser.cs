using System.Net;
using System.Text;

namespace TaskOrchestration.Api.Tests.Access.Sessions;

/// <summary>A browser, as far as a server can tell: it keeps cookies, says from which page a request comes, and is led on by nobody.</summary>
internal sealed class Browser(GuardedServer server) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly List<HttpResponseMessage> _answers = [];

    /// <summary>The names and values of the cookies it has for the server.</summary>
    public IReadOnlyDictionary<string, string> Cookies => _cookies.GetAllCookies().ToDictionary(cookie => cookie.Name, cookie => cookie.Value);

    /// <summary>Opens an address, as a person does who types it.</summary>
    public Task<HttpResponseMessage> OpenAsync(string address) => SendAsync(HttpMethod.Get, address, ("Sec-Fetch-Site", "none"), ("Accept", "text/html"));

    /// <summary>Signs in with a key, on the console's own page.</summary>
    public Task<HttpResponseMessage> SignInAsync(string key) =>
        PostAsync("/api/v1/sessions", $$"""{"keyId":"{{key.Split('.')[0]}}","secret":"{{key.Split('.')[1]}}"}""", ("Sec-Fetch-Site", "same-origin"));

    /// <summary>Asks for something, from the console's own page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, ("Sec-Fetch-Site", "same-origin"));

    /// <summary>Sends JSON.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string json, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    /// <summary>Sends a request with the headers of whichever page it comes from.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers) => SendAsync(method, path, content: null, headers);

    public void Dispose() => _answers.ForEach(answer => answer.Dispose());

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        var address = new Uri(server.Client.BaseAddress!, path);
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await server.Client.SendAsync(request);
        _answers.Add(answer);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(address, cookie);
        }

        return answer;
    }
}
