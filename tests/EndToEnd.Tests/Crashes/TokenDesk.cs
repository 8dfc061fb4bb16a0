using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>Where task tokens come together: those of activities from their workers, the others at a URL, as <c>{"token":…,"execution":…}</c>.</summary>
public sealed class TokenDesk : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, string> _byToken = [];
    private readonly ConcurrentQueue<string> _unused = [];

    private TokenDesk(WebApplication application) => _application = application;

    /// <summary>Its URL.</summary>
    public Uri Address => new(_application.Urls.Single());

    /// <summary>Every token that was handed out, with the ARN of the execution whose task it is.</summary>
    public IReadOnlyDictionary<string, string> ExecutionByToken => _byToken;

    /// <summary>Starts it.</summary>
    public static async Task<TokenDesk> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var desk = new TokenDesk(application);
        application.Run(desk.TakeAsync);
        await application.StartAsync();
        return desk;
    }

    /// <summary>A token was handed out.</summary>
    public void Add(string token, string execution)
    {
        if (_byToken.TryAdd(token, execution))
        {
            _unused.Enqueue(token);
        }
    }

    /// <summary>A token that was handed out and that nobody has taken from here yet, or null. What is handed out a second time is not here a second time.</summary>
    public string? Next() => _unused.TryDequeue(out var token) ? token : null;

    /// <summary>Puts back a token that could not be used.</summary>
    public void PutBack(string token) => _unused.Enqueue(token);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var asked = (JsonObject)Json.Parse(body.ToArray());
        Add(((JsonString)asked["token"]!).Value, ((JsonString)asked["execution"]!).Value);
        await context.Response.WriteAsync("{}");
    }
}
