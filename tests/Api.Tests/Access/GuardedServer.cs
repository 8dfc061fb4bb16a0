using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Access.Administration;
using TaskOrchestration.Api.Access.Sessions;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.Pages;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.StepFunctions;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.Access;

/// <summary>The API behind access control, on a real socket, with keys and audit journal in a folder of its own.</summary>
internal sealed class GuardedServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _application;

    private GuardedServer(AccessMode mode, Dictionary<string, string?> settings, string[] allowedHosts, Action<IServiceCollection>? configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1024 * 1024);
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IExecutionService>(Executions)
            .AddSingleton(new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), Time))
            .AddSingleton<ITaskStore>(Tasks)
            .AddSingleton<IIdempotencyStore, InMemoryIdempotencyStore>()
            .AddStepFunctionsApi()
            .AddRestApi()
            .AddHostPages(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddAccessStores(_folder.Path)
            .AddAccess(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), mode, allowedHosts);
        configure?.Invoke(builder.Services);
        _application = builder.Build();
        _application.UseRestApi();
        _application.UseConsole();
        _application.UseAccess();
        _application.MapStepFunctionsApi();
        _application.MapHostPages();
        _application.MapRestApi().MapAccessApi().MapSessionsApi();
        _application.MapPost("/api/v1/echo", EchoAsync).AllowCallers().WithMetadata(new RequestLimit(8 * 1024 * 1024));
        _application.MapGet("/api/v1/echo/{**rest}", context => context.Response.WriteAsync(context.Caller().Name)).AllowCallers();
        _application.MapDelete("/api/v1/operate", context => context.Response.WriteAsync("done")).AllowRoles(Roles.Operator);
        _application.MapGet("/api/v1/hidden/{id}", Hide).AllowCallers();
        _application.MapGet("/api/v1/forgotten", context => context.Response.WriteAsync("nobody said who may see this"));
    }

    public HttpClient Client { get; private set; } = null!;

    public FixedTime Time { get; } = new();

    public FakeExecutions Executions { get; } = new();

    public InMemoryTaskStore Tasks { get; } = new();

    public ApiKeys Keys => _application.Services.GetRequiredService<ApiKeys>();

    public SignInLinks Links => _application.Services.GetRequiredService<SignInLinks>();

    public IAuditJournal Journal => _application.Services.GetRequiredService<IAuditJournal>();

    public string Host => Client.BaseAddress!.Authority;

    public static async Task<GuardedServer> StartAsync(
        AccessMode mode = AccessMode.Credentials, Dictionary<string, string?>? settings = null, string[]? allowedHosts = null, Action<IServiceCollection>? configure = null)
    {
        var server = new GuardedServer(mode, settings ?? [], allowedHosts ?? [], configure);
        await server._application.StartAsync();
        server.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(server._application.Urls.Single()) };
        return server;
    }

    /// <summary>What the audit journal says, oldest first: who, what, how it ended.</summary>
    public async Task<IReadOnlyList<string>> AuditedAsync()
    {
        var records = await Journal.ListAsync(new AuditQuery(), 1_000);
        return [.. records.Reverse().Select(record => $"{record.Entry.Who} {record.Entry.Action} {record.Entry.Resource} {record.Entry.Status} {record.Entry.Outcome}".Trim())];
    }

    public async Task<string> KeyOfAsync(string owner, Roles roles)
    {
        var issued = await Keys.CreateAsync(owner, roles);
        return $"{issued.Key.Id}.{issued.Secret}";
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key = null, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        with?.Invoke(request);
        return await Client.SendAsync(request);
    }

    /// <summary>Asks for an action of Step Functions.</summary>
    public Task<HttpResponseMessage> CallAsync(string action, string body, string? key) => SendAsync(HttpMethod.Post, "/", key, request =>
    {
        request.Content = new StringContent(body, encoding: null, "application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{action}");
    });

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await _application.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task EchoAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        await context.Response.WriteAsync($"{context.Caller().Name} {body.Length}");
    }

    private static Task Hide(HttpContext context) => throw new ProblemException(404, "not-found", "There is no such thing.");
}
