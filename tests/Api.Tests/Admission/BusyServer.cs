using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Admission;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Tests.Admission;

/// <summary>A server whose every request takes until it is told that that is enough.</summary>
internal sealed class BusyServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SemaphoreSlim _begun = new(0);
    private readonly SemaphoreSlim _enough = new(0);
    private readonly ConcurrentQueue<string> _actions = [];

    private BusyServer(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton<IIdempotencyStore, InMemoryIdempotencyStore>()
            .AddRestApi()
            .AddAdmission(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        _application = builder.Build();
        _application.UseRestApi();
        _application.UseAdmission();
        _application.MapPost("/", WorkAsync).WithMetadata(new WireProtocol());
        _application.MapGet("/other", context => context.Response.WriteAsync("done"));
    }

    /// <summary>The actions that were begun.</summary>
    public IEnumerable<string> Actions => _actions.Order(StringComparer.Ordinal);

    public HttpClient Client { get; private set; } = null!;

    public static async Task<BusyServer> StartAsync(params (string Setting, int Value)[] settings)
    {
        var server = new BusyServer(settings.ToDictionary(setting => $"Admission:{setting.Setting}", setting => (string?)$"{setting.Value}"));
        await server._application.StartAsync();
        server.Client = new HttpClient { BaseAddress = new Uri(server._application.Urls.Single()) };
        return server;
    }

    /// <summary>Asks for an action.</summary>
    public async Task<HttpResponseMessage> AskAsync(string action, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content ?? new StringContent("{}") };
        request.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{action}");
        return await Client.SendAsync(request);
    }

    /// <summary>Asks for an action, and returns once it is worked on.</summary>
    /// <returns>Its answer, some time.</returns>
    public async Task<Task<HttpResponseMessage>> BeginAsync(string action, HttpContent? content = null)
    {
        var answer = AskAsync(action, content);
        Assert.NotSame(answer, await Task.WhenAny(answer, _begun.WaitAsync()));
        return answer;
    }

    /// <summary>Lets so many end.</summary>
    public void End(int requests) => _enough.Release(requests);

    public async ValueTask DisposeAsync()
    {
        _enough.Release(1_000);
        Client?.Dispose();
        await _application.DisposeAsync();
    }

    private async Task WorkAsync(HttpContext context)
    {
        _actions.Enqueue(WireActions.Named(context.Request));
        _begun.Release();
        await _enough.WaitAsync();
        using var body = new StreamReader(context.Request.Body);
        await context.Response.WriteAsync($"done {(await body.ReadToEndAsync()).Length}");
    }
}
