using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Functions.Triggers;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Azurite;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Hosting;

/// <summary>The app as it is put together for Azure, with its records in memory or in a storage account, behind a socket of its own.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    /// <summary>The key that the settings name.</summary>
    public const string AdminKey = "TOAKTESTS00000000000.0123456789abcdefghijABCDEFGHIJ0123456789";

    private readonly WebApplication application;
    private readonly TemporaryFolder folder;

    private TestApp(WebApplication application, TemporaryFolder folder, Mock<IExecutionService> executions)
    {
        this.application = application;
        this.folder = folder;
        Executions = executions;
        Http = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
    }

    /// <summary>What the app's executions are.</summary>
    public Mock<IExecutionService> Executions { get; }

    /// <summary>Calls it.</summary>
    public HttpClient Http { get; }

    /// <summary>What it is made of.</summary>
    public IServiceProvider Services => application.Services;

    /// <summary>The settings of a laptop, and a key.</summary>
    public static Dictionary<string, string?> Settings() => new()
    {
        ["MasterKey"] = Convert.ToBase64String(new byte[32]),
        ["FirstAdminKey"] = AdminKey,
        ["Storage:ConnectionString"] = "UseDevelopmentStorage=true",
        ["SETTLEMENT_SCHEDULE"] = "0 30 2 * * *",
        ["RETENTION_SCHEDULE"] = "0 30 3 * * MON-FRI",
    };

    /// <summary>Starts it: the catch-all answers every path. In a storage account its executions are those of Durable Functions, which nobody runs here.</summary>
    public static async Task<TestApp> StartAsync(TimeProvider? time = null, Action<IServiceCollection>? configure = null, AzuriteAccount? account = null)
    {
        var (folder, executions) = (new TemporaryFolder(), new Mock<IExecutionService>());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Settings());
        builder.Configuration.AddInMemoryCollection(account is null ? [] : [KeyValuePair.Create("Storage:ConnectionString", (string?)account.ConnectionString)]);
        builder.AddTaskOrchestration();
        if (account is null)
        {
            KeepInMemory(builder.Services, folder.Path);
            builder.Services.AddSingleton(executions.Object);
        }

        builder.Services.AddSingleton(time ?? TimeProvider.System);
        configure?.Invoke(builder.Services);
        var built = builder.Build();
        built.Map(ApiFunction.Route, AnswerAsync);
        await built.StartAsync();
        return new TestApp(built, folder, executions);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await application.DisposeAsync();
        folder.Dispose();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var function = ActivatorUtilities.CreateInstance<ApiFunction>(context.RequestServices);
        var (endpoint, values) = (context.GetEndpoint(), context.Request.RouteValues);

        var result = await function.AnswerAsync(context.Request, new Mock<DurableTaskClient>("test").Object);

        Assert.IsType<EmptyResult>(result);
        Assert.Same(endpoint, context.GetEndpoint());
        Assert.Same(values, context.Request.RouteValues);
    }

    private static void KeepInMemory(IServiceCollection services, string folder) => services
        .AddInMemoryStores()
        .AddSingleton<IStateMachineStore, MemoryStateMachineStore>()
        .AddSingleton<IScheduleStore, InMemoryScheduleStore>()
        .AddSingleton<IApiKeyStore, InMemoryApiKeyStore>()
        .AddSingleton<IAuditJournal, InMemoryAuditJournal>()
        .AddSingleton<IAlertMemory>(_ => new AlertFile(Path.Combine(folder, AlertFile.FileName), NullLogger<AlertFile>.Instance))
        .AddSingleton<IExecutionRecords>(provider => new InMemoryExecutionRecords(provider.GetRequiredService<TimeProvider>()));
}
