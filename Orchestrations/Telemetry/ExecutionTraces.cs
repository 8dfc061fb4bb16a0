using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Turns observations into traces: one for each execution, with a span for every state visit and every attempt at a task.</summary>
/// <remarks>
/// A span is written when it has ended, with the times of its history events. What an execution did before this process looked at it is read from its
/// history, so that spans that were begun before a restart end properly after it; only what ended in the moment of a crash is missing.
/// </remarks>
public sealed class ExecutionTraces : IExecutionObserver, IAsyncDisposable
{
    /// <summary>What listeners know the source by.</summary>
    public const string SourceName = "TaskOrchestration.Executions";

    /// <summary>How an execution's input names the execution that started it.</summary>
    private const string ParentField = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";

    /// <summary>So many open executions are kept in mind; the spans of others are found again from their histories.</summary>
    private const int Remembered = 4_096;

    /// <summary>How deep executions may be nested; a chain of inputs that name each other ends here.</summary>
    private const int DeepestNesting = 16;

    private const int PageSize = 1_000;

    private readonly Dictionary<string, ExecutionSpans> known = [];
    private readonly Queue<string> inOrder = new();
    private readonly Task<IExecutionService?> executions;
    private readonly ObservationQueue queue;

    /// <summary>Traces what it is told of from now on.</summary>
    /// <param name="executions">Where histories are read, once the engine is open; none if it could not be opened.</param>
    /// <param name="logger">Learns what could not be traced.</param>
    public ExecutionTraces(Task<IExecutionService?> executions, ILogger<ExecutionTraces> logger)
    {
        this.executions = executions;
        if (!ChoosesIds)
        {
            logger.LogWarning("This version of the library lets nobody choose the ids of spans: traces have no tree, and spans say in attributes where they belong");
        }

        queue = new ObservationQueue("Tracing", TakeAsync, () => ValueTask.CompletedTask, logger);
    }

    /// <summary>The source of all spans of executions.</summary>
    internal static ActivitySource Source { get; } = new(SourceName);

    /// <summary>Whether spans get the ids that follow from their executions.</summary>
    internal bool ChoosesIds { get; init; } = SpanIds.CanBeChosen;

    /// <inheritdoc/>
    public bool WantsHistory(ExecutionStart start) => Source.HasListeners();

    /// <inheritdoc/>
    public void Observe(ExecutionObservation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        if (observation.Events.Count > 0 && Source.HasListeners())
        {
            queue.Add(observation);
        }
    }

    /// <summary>Writes what is still to be written.</summary>
    public ValueTask DisposeAsync() => queue.DisposeAsync();

    private async ValueTask TakeAsync(ExecutionObservation observation)
    {
        var arn = observation.Start.ExecutionArn;
        if (!known.TryGetValue(arn, out var spans))
        {
            spans = await BeginAsync(observation);
            Remember(arn, spans);
        }

        foreach (var happened in observation.Events)
        {
            spans.Take(happened);
        }

        if (observation.Status != ExecutionStatus.Running)
        {
            known.Remove(arn);
        }
    }

    private async ValueTask<ExecutionSpans> BeginAsync(ExecutionObservation observation)
    {
        var parentArn = ParentOf(observation.Start.Input);
        var parent = parentArn is null ? null : await FindAsync(parentArn, DeepestNesting);
        var identity = parent is null
            ? SpanIdentity.Of(observation.Start.ExecutionArn, observation.StartedAt)
            : SpanIdentity.Nested(observation.Start.ExecutionArn, observation.StartedAt, parent);
        var spans = new ExecutionSpans(observation, identity, parentArn, ChoosesIds);
        var first = observation.Events[0].Id;
        if (first > 1)
        {
            spans.Recall(await ReadBeforeAsync(observation, first));
        }

        return spans;
    }

    private static string? ParentOf(Json input) => ((input as JsonObject)?[ParentField] as JsonString)?.Value;

    /// <summary>The ids of another execution, or null if nobody knows it.</summary>
    private async ValueTask<SpanIdentity?> FindAsync(string executionArn, int depth)
    {
        if (known.TryGetValue(executionArn, out var spans))
        {
            return spans.Identity;
        }

        if (depth == 0 || await executions is not { } service)
        {
            return null;
        }

        try
        {
            var found = await service.DescribeAsync(executionArn);
            return ParentOf(found.Input) is { } parentArn && await FindAsync(parentArn, depth - 1) is { } parent
                ? SpanIdentity.Nested(executionArn, found.Summary.StartDate, parent)
                : SpanIdentity.Of(executionArn, found.Summary.StartDate);
        }
        catch (RefusedException)
        {
            // An input may say what it likes; an execution that is not there is nobody's parent.
            return null;
        }
    }

    private async ValueTask<List<HistoryEvent>> ReadBeforeAsync(ExecutionObservation observation, long before)
    {
        var events = new List<HistoryEvent>();
        if (observation.Type == StateMachineType.Express || await executions is not { } service)
        {
            return events;
        }

        string? cursor = null;
        do
        {
            var page = await service.GetHistoryAsync(observation.Start.ExecutionArn, reverse: false, PageSize, cursor);
            events.AddRange(page.Items.TakeWhile(happened => happened.Id < before));
            cursor = page.Items.Count > 0 && page.Items[^1].Id < before ? page.Next : null;
        }
        while (cursor is not null);
        return events;
    }

    private void Remember(string arn, ExecutionSpans spans)
    {
        known[arn] = spans;
        inOrder.Enqueue(arn);
        while (known.Count > Remembered && inOrder.TryDequeue(out var oldest))
        {
            known.Remove(oldest);
        }

        if (inOrder.Count > 2 * Remembered)
        {
            ForgetEnded();
        }
    }

    /// <summary>Takes those that are no longer known out of the order in which they came.</summary>
    private void ForgetEnded()
    {
        var left = inOrder.Where(known.ContainsKey).Distinct().ToList();
        inOrder.Clear();
        left.ForEach(inOrder.Enqueue);
    }
}
