using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Tasks;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Exports;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Benchmarks.Listing;

/// <summary>The REST API over the tasks of a folder, behind a real socket, and an operator who asks it for lists.</summary>
internal sealed class ListServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly HttpClient client;

    private ListServer(WebApplication application)
    {
        this.application = application;
        client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
    }

    public static async Task<ListServer> StartAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSqliteStores(dataFolder)
            .AddSingleton<ITaskService, StoredTasks>()
            .AddSingleton<IExportService, NoExports>()
            .AddRestApi()
            .AddTasksApi();
        var built = builder.Build();
        built.UseRestApi();
        built.Use((context, next) =>
        {
            context.Features.Set(new Caller("bench", Roles.Operator, "anonymous"));
            return next(context);
        });
        built.MapRestApi().MapTasksApi();
        await built.StartAsync(cancellationToken);
        return new ListServer(built);
    }

    /// <summary>Asks for a page and reads it to its end.</summary>
    /// <returns>The cursor for the next one.</returns>
    public async Task<string?> ListAsync(TaskQuery query, int limit, string? cursor, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(UriOf(query, limit, cursor), cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var page = JsonDocument.Parse(body);
        return page.RootElement.TryGetProperty("next", out var next) ? next.GetString() : null;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
    }

    private static Uri UriOf(TaskQuery query, int limit, string? cursor)
    {
        IEnumerable<(string Name, string? Value)> parameters =
        [
            ("owner", query.Owner),
            .. query.Statuses.Select(status => ("status", (string?)status.ToString())),
            .. query.Kinds.Select(kind => ("kind", (string?)Word(kind))),
            ("createdFrom", query.CreatedFrom?.ToString("O")),
            ("createdTo", query.CreatedTo?.ToString("O")),
            ("text", query.Text),
            ("sort", Word(query.Sort)),
            ("order", query.IsDescending ? "desc" : "asc"),
            ("limit", $"{limit}"),
            ("cursor", cursor),
        ];
        var said = parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}");
        return new Uri($"/api/v1/tasks?{string.Join('&', said)}", UriKind.Relative);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
