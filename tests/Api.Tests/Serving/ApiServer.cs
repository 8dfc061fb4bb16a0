using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.StepFunctions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Serving;

/// <summary>The API behind a real socket.</summary>
public sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private ApiServer(WebApplication application)
    {
        this.application = application;
        Client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<ApiServer> StartAsync(
        IExecutionService executions, StateMachineCatalog catalog, TimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton(executions)
            .AddSingleton(catalog)
            .AddSingleton(time ?? TimeProvider.System)
            .AddStepFunctionsApi()
            .AddHostPages();
        configure?.Invoke(builder.Services);
        var built = builder.Build();
        built.MapStepFunctionsApi();
        built.MapHostPages();
        await built.StartAsync();
        return new ApiServer(built);
    }

    public Task<ApiAnswer> CallAsync(string action, Json request) => CallAsync(action, request.ToString());

    public async Task<ApiAnswer> CallAsync(string action, string request)
    {
        using var content = new StringContent(request, encoding: null, "application/x-amz-json-1.0");
        return await SendAsync($"AWSStepFunctions.{action}", content);
    }

    public async Task<ApiAnswer> SendAsync(string? target, HttpContent content, string? host = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        message.Headers.Host = host;
        if (target is not null)
        {
            message.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        }

        using var response = await Client.SendAsync(message);
        return await ApiAnswer.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.DisposeAsync();
    }
}
