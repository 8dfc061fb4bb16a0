using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>Evaluates the rules from time to time and calls somebody when one fires or is resolved.</summary>
/// <remarks>
/// States, counts and notices that nobody has taken yet survive a restart; what was counted since the last evaluation, half a minute at most, does not
/// survive a crash. A notice is kept before it is offered, so that it is offered at least once.
/// </remarks>
public sealed class AlertMonitor : IExecutionObserver, IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<AlertRule> rules;
    private readonly IAlertMemory memory;
    private readonly AlertMeasures measures;
    private readonly AlertNotices notices;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private readonly ITimer timer;
    private Dictionary<string, AlertState> states = [];
    private DateTimeOffset keptAt;
    private long keptCount;
    private bool isRecollected;
    private bool isDisposed;

    /// <summary>Begins to look at the rules from time to time.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="options">Whom to call.</param>
    /// <param name="memory">What survives a restart.</param>
    /// <param name="webhook">Calls.</param>
    /// <param name="tasks">Knows how long tasks wait.</param>
    /// <param name="throttled">Knows how many calls were turned down.</param>
    /// <param name="deliveries">Knows how deliveries of status-change events get on.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Learns what fires.</param>
    /// <exception cref="InvalidDataException">The options make no sense.</exception>
    public AlertMonitor(
        IReadOnlyList<AlertRule> rules,
        AlertOptions options,
        IAlertMemory memory,
        WebhookPost webhook,
        TaskGauges tasks,
        ThrottledCalls throttled,
        DeliveryTally deliveries,
        TimeProvider time,
        ILogger<AlertMonitor> logger)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Check();
        this.rules = rules;
        this.memory = memory;
        measures = new AlertMeasures(rules.Select(rule => rule.Window).DefaultIfEmpty().Max(), tasks, throttled, deliveries);
        notices = new AlertNotices(options, webhook, logger);
        this.time = time;
        this.logger = logger;
        timer = time.CreateTimer(_ => _ = RunAsync(), null, Tick, Tick);
    }

    /// <inheritdoc/>
    public bool WantsHistory(ExecutionStart start) => false;

    /// <inheritdoc/>
    public void Observe(ExecutionObservation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        if (observation.Status is ExecutionStatus.Failed or ExecutionStatus.TimedOut)
        {
            measures.CountFailure(observation.At);
        }
    }

    /// <summary>The rules with their states.</summary>
    public async ValueTask<IReadOnlyList<(AlertRule Rule, AlertState State)>> ListAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await RecollectAsync(cancellationToken);
            return [.. rules.Select(rule => (rule, StateOf(rule)))];
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Stops, and keeps what is known.</summary>
    public async ValueTask DisposeAsync()
    {
        // Registered under two names, it is disposed of twice.
        if (Interlocked.Exchange(ref isDisposed, true))
        {
            return;
        }

        await timer.DisposeAsync();
        await stopping.CancelAsync();
        await gate.WaitAsync();
        if (isRecollected)
        {
            await KeepAsync();
        }

        gate.Dispose();
        stopping.Dispose();
    }

    /// <summary>Evaluates the rules that are due and offers the notices that are.</summary>
    internal async Task RunAsync()
    {
        if (isDisposed || !await gate.WaitAsync(0))
        {
            return;
        }

#pragma warning disable CA1031 // A timer calls this, and nobody waits for it; the log learns of it, and the next tick tries again.
        try
        {
            await RecollectAsync(stopping.Token);
            await EvaluateAsync();
            if (await notices.OfferAsync(time.GetUtcNow(), stopping.Token))
            {
                await KeepAsync();
            }
        }
        catch (Exception e)
        {
            if (!isDisposed)
            {
                logger.LogError(e, "Alert rules could not be evaluated");
            }
        }
        finally
        {
            gate.Release();
        }
#pragma warning restore CA1031
    }

    /// <summary>Only when it is first needed: a host that starts has better things to do than to read a file.</summary>
    private async ValueTask RecollectAsync(CancellationToken cancellationToken)
    {
        if (isRecollected)
        {
            return;
        }

        var known = await memory.RecallAsync(cancellationToken);
        isRecollected = true;
        keptAt = time.GetUtcNow();
        if (known is null)
        {
            return;
        }

        states = new Dictionary<string, AlertState>(known.States);
        notices.Recall(known.Notices);
        measures.Recall(known);
    }

    private async Task EvaluateAsync()
    {
        var now = time.GetUtcNow();
        measures.CatchUp(now);
        var hasChanged = false;
        foreach (var rule in rules.Where(rule => now - StateOf(rule).EvaluatedAt >= rule.EvaluateEvery))
        {
            var before = StateOf(rule);
            var after = before.After(rule, await measures.MeasureAsync(rule, now, stopping.Token), now);
            states[rule.Name] = after;
            hasChanged |= after.Status != before.Status;
            if (after.Status != before.Status && after.Status is AlertStatus.Firing or AlertStatus.Resolved)
            {
                logger.LogWarning("Alert {Rule} is {Status}: {Value} against {Threshold}", rule.Name, after.Status, after.Value, rule.Threshold);
                notices.Add(rule, after);
            }
        }

        if (hasChanged || (measures.Counted != keptCount && now - keptAt >= KeepEvery))
        {
            await KeepAsync();
        }
    }

    private AlertState StateOf(AlertRule rule) => states.TryGetValue(rule.Name, out var state) ? state : states[rule.Name] = AlertState.New(time.GetUtcNow());

    private async ValueTask KeepAsync()
    {
        keptAt = time.GetUtcNow();
        keptCount = measures.Counted;
        var known = new AlertRecollection { States = states, FailedExecutions = measures.FailedExecutions, ThrottledCalls = measures.ThrottledCalls, Notices = notices.Waiting };
        // Not called off when the host stops: what is known then is what the next one goes on from.
        await memory.KeepAsync(known, CancellationToken.None);
    }
}
