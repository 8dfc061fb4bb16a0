using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Cli.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Support;

namespace TaskOrchestration.Cli.Tests.Access;

/// <summary>The whole server on a free port, with a clock that can be moved so that no route is missing, and a client that shows keys.</summary>
public sealed class GuardedHost : IAsyncDisposable
{
    private const string ManyFailures = """{"Throttling":{"FailedLogins":{"Burst":100000,"PerSecond":100000}}}""";

    private readonly TemporaryFolder _data = new();
    private readonly HttpClient _http = new();
    private LocalServer? _server;

    /// <summary>The server.</summary>
    public LocalServer Server => _server ?? throw new InvalidOperationException("the server has not started");

    /// <summary>Starts it.</summary>
    public static async Task<GuardedHost> StartAsync(bool isAnonymous = false)
    {
        var host = new GuardedHost();
        await File.WriteAllTextAsync(Path.Combine(host._data.Path, "appsettings.json"), ManyFailures);
        var options = new ServerOptions(0, host._data.Path, new Dictionary<string, string>()) { HasMovableClock = true, Anonymous = isAnonymous };
        host._server = await LocalServer.StartAsync(options, CancellationToken.None);
        return host;
    }

    /// <summary>A key, as the header takes it.</summary>
    public async Task<string> KeyAsync(string owner, Roles roles, params string[] machines)
    {
        var issued = await Server.Services.GetRequiredService<ApiKeys>().CreateAsync(owner, roles, expires: null, new MachineScope([.. machines]));
        return $"{issued.Key.Id}.{issued.Secret}";
    }

    /// <summary>Asks the REST API.</summary>
    public async Task<HttpResponseMessage> AskAsync(string method, string path, string? key, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Server.Address, path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, method == "PATCH" ? "application/merge-patch+json" : "application/json");
        foreach (var (name, value) in key is null ? headers : [("X-Api-Key", key), .. headers])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Asks the REST API for something that there has to be.</summary>
    public async Task<string> TextAsync(string method, string path, string key, string? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(method, path, key, body, headers);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{method} {path}: {answer.StatusCode} {text}");
    }

    /// <summary>Calls an action of Step Functions.</summary>
    public Task<HttpResponseMessage> CallAsync(string action, string key, string body) => AskAsync("POST", "/", key, body, ("X-Amz-Target", $"AWSStepFunctions.{action}"));

    /// <summary>Everything that answers, once for each method.</summary>
    internal IReadOnlyList<MappedEndpoint> Endpoints() => [.. Server.Endpoints.OfType<RouteEndpoint>().SelectMany(MappedEndpoint.Of)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _http.Dispose();
        _data.Dispose();
    }
}
