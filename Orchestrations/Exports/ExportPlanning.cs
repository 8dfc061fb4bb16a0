using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>The function <c>planExport</c>: cuts the list of an export into pages, each from one place in the list to another.</summary>
/// <remarks>
/// The tasks are listed in the order in which they were taken down, forwards or backwards as asked: of all orders this is the one that nothing can change
/// while the export is written, so no task is in it twice and none is passed over because it moved. The export itself and what is taken down after it are not in it.
/// </remarks>
internal sealed class ExportPlanning(ITaskStore tasks, TimeProvider time) : ITaskHandler
{
    /// <summary>The name of the function.</summary>
    public const string FunctionName = "planExport";

    private const int TasksOfPage = 1000;

    /// <summary>So many pages fit into what a state may hand on; with more, pages are put together.</summary>
    private const int MostPages = 500;

    /// <inheritdoc/>
    public async ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var filter = Until(await BeginningAsync(invocation, cancellationToken), ExportFields.ReadFilter(invocation.Input));
        var ends = new List<string>();
        string? cursor = null;
        do
        {
            var page = await tasks.ListAsync(filter, TasksOfPage, cursor, cancellationToken);
            if (page.Tasks.Count > 0)
            {
                ends.Add(TaskCursor.After(TaskPosition.Of(page.Tasks[^1], filter.Sort), filter));
            }

            cursor = page.Next;
        }
        while (cursor is not null);

        while (ends.Count > MostPages)
        {
            ends = [.. ends.Where((_, at) => at % 2 == 1 || at == ends.Count - 1)];
        }

        return JsonObject.Of(
            ("pages", JsonArray.Of(ends.Select((end, at) => Page(at, at == 0 ? null : ends[at - 1], end)))),
            ("filter", ExportFields.Write(filter)));
    }

    /// <summary>When the task of the export was taken down, so that an export does not list itself; now, if there is none.</summary>
    private async ValueTask<DateTimeOffset> BeginningAsync(TaskInvocation invocation, CancellationToken cancellationToken) =>
        AttemptName.TryParse(invocation.RunName, out var taskId, out _)
        && await tasks.FindAsync(taskId, cancellationToken) is { } export
            ? export.CreatedAt
            : time.GetUtcNow();

    private static TaskQuery Until(DateTimeOffset end, TaskQuery filter) =>
        filter with { Sort = TaskSort.Created, CreatedTo = filter.CreatedTo is { } to && to < end ? to : end };

    private static JsonObject Page(int at, string? after, string until) => new JsonObjectBuilder()
        .Set("number", Json.Of(at + 1))
        .SetIfPresent("after", after)
        .Set("until", Json.Of(until))
        .Build();
}
