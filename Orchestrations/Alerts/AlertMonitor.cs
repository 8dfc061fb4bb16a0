using System.Net;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<AlertRule> rules;
    private readonly AlertOptions options;
    private readonly IAlertMemory memory;
    private readonly WebhookPost webhook;
    private readonly TaskGauges tasks;
    private readonly ThrottledCalls throttled;
    private readonly DeliveryTally deliveries;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private readonly WindowedCount failures;
    private readonly WindowedCount refusals;
    private readonly WindowedCount givenUp;
    private readonly ITimer timer;
    private Dictionary<string, AlertState> states = [];
    private List<AlertNotice> notices = [];
    private long throttledBefore;
    private long givenUpBefore;
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
        this.options = options;
        this.memory = memory;
        this.webhook = webhook;
        this.tasks = tasks;
        this.throttled = throttled;
        this.deliveries = deliveries;
        this.time = time;
        this.logger = logger;
        var longest = rules.Select(rule => rule.Window).DefaultIfEmpty().Max();
        failures = new WindowedCount(longest);
        refusals = new WindowedCount(longest);
        givenUp = new WindowedCount(longest);
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
            failures.Add(observation.At);
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
            await OfferAsync();
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
        notices = [.. known.Notices];
        AddAll(failures, known.FailedExecutions);
        AddAll(refusals, known.ThrottledCalls);
    }

    private static void AddAll(WindowedCount count, IReadOnlyDictionary<long, long> kept)
    {
        foreach (var (second, number) in kept)
        {
            count.Add(DateTimeOffset.FromUnixTimeSeconds(second), number);
        }
    }

    private async Task EvaluateAsync()
    {
        var now = time.GetUtcNow();
        throttledBefore = Count(refusals, throttledBefore, throttled.Total, now);
        givenUpBefore = Count(givenUp, givenUpBefore, deliveries.Dead, now);
        var hasChanged = false;
        foreach (var rule in rules.Where(rule => now - StateOf(rule).EvaluatedAt >= rule.EvaluateEvery))
        {
            var before = StateOf(rule);
            var after = before.After(rule, await MeasureAsync(rule, now), now);
            states[rule.Name] = after;
            hasChanged |= after.Status != before.Status;
            if (after.Status != before.Status && after.Status is AlertStatus.Firing or AlertStatus.Resolved)
            {
                Announce(rule, after);
            }
        }

        if (hasChanged || (failures.Added + refusals.Added != keptCount && now - keptAt >= KeepEvery))
        {
            await KeepAsync();
        }
    }

    private AlertState StateOf(AlertRule rule) => states.TryGetValue(rule.Name, out var state) ? state : states[rule.Name] = AlertState.New(time.GetUtcNow());

    private static long Count(WindowedCount count, long before, long total, DateTimeOffset now)
    {
        if (total > before)
        {
            count.Add(now, total - before);
        }

        return total;
    }

    private async ValueTask<double> MeasureAsync(AlertRule rule, DateTimeOffset now)
    {
        switch (rule.Signal)
        {
            case AlertSignal.FailedExecutions:
                return failures.Within(rule.Window, now);
            case AlertSignal.ThrottledCalls:
                return refusals.Within(rule.Window, now);
            case AlertSignal.OldestWaitingTask:
                await tasks.RefreshAsync(stopping.Token);
                return tasks.LongestWait().TotalSeconds;
            case AlertSignal.GivenUpEvents:
                return givenUp.Within(rule.Window, now);
            case AlertSignal.FailingReceiver:
                return deliveries.LongestFailure().TotalSeconds;
            default:
                throw new System.Diagnostics.UnreachableException($"no way to measure {rule.Signal}");
        }
    }

    private void Announce(AlertRule rule, AlertState state)
    {
        logger.LogWarning("Alert {Rule} is {Status}: {Value} against {Threshold}", rule.Name, state.Status, state.Value, rule.Threshold);
        if (options.WebhookUrl is null)
        {
            return;
        }

        var status = state.Status == AlertStatus.Firing ? "firing" : "resolved";
        var id = $"{rule.Name}-{status}-{state.Since.ToUnixTimeMilliseconds()}";
        var body = JsonObject.Of(
            ("id", Json.Of(id)),
            ("rule", Json.Of(rule.Name)),
            ("status", Json.Of(status)),
            ("severity", Json.Of(rule.Severity)),
            ("description", Json.Of(rule.Description)),
            ("value", Json.Of(state.Value)),
            ("threshold", Json.Of(rule.Threshold)),
            ("since", Json.Of(state.Since.UtcDateTime.ToString("O"))));
        notices.Add(new AlertNotice(id, body.ToString(), state.Since, Attempts: 0, NextAttempt: state.Since));
    }

    private async Task OfferAsync()
    {
        var now = time.GetUtcNow();
        var due = notices.Where(notice => notice.NextAttempt <= now).ToList();
        foreach (var notice in due)
        {
            var left = await OfferAsync(notice, now);
            notices.Remove(notice);
            if (left is not null)
            {
                notices.Add(left);
            }
        }

        if (due.Count > 0)
        {
            await KeepAsync();
        }
    }

    /// <summary>Offers a notice once.</summary>
    /// <returns>The notice if it is to be offered again.</returns>
    private async Task<AlertNotice?> OfferAsync(AlertNotice notice, DateTimeOffset now)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        patience.CancelAfter(Patience);
        string found;
        try
        {
            var status = await webhook.SendAsync(notice, patience.Token);
            if ((int)status is >= 200 and < 300)
            {
                return null;
            }

            found = $"{(int)status}";
            if ((int)status is >= 400 and < 500 && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests))
            {
                logger.LogError("The alert webhook turned {Notice} down with {Status}; it is not offered again", notice.Id, found);
                return null;
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            stopping.Token.ThrowIfCancellationRequested();
            found = e.Message;
        }

        if (now - notice.At >= options.GiveUpAfter)
        {
            logger.LogError("The alert webhook has not taken {Notice} for {Time}; it is not offered again: {Found}", notice.Id, options.GiveUpAfter, found);
            return null;
        }

        return notice.Delayed(now);
    }

    private async ValueTask KeepAsync()
    {
        keptAt = time.GetUtcNow();
        keptCount = failures.Added + refusals.Added;
        var known = new AlertRecollection { States = states, FailedExecutions = failures.Kept(), ThrottledCalls = refusals.Kept(), Notices = notices };
        // Not called off when the host stops: what is known then is what the next one goes on from.
        await memory.KeepAsync(known, CancellationToken.None);
    }
}
