using System.Threading.Channels;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Cli.Running;

/// <summary>Runs one execution to its end in memory: the smallest driver there is.</summary>
public sealed class MachineRun(Execution execution, ITaskRouter router, TimeProvider clock, Action<HistoryEvent> observe)
{
    // A timer of the base library cannot be set further ahead than some weeks.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly Channel<Fact> _facts = Channel.CreateUnbounded<Fact>();
    private readonly Dictionary<long, CancellationTokenSource> _tasks = [];
    private readonly Dictionary<long, DateTimeOffset> _timers = [];

    /// <summary>Runs to the end.</summary>
    /// <returns>False if nothing is left that could end it: it waits for a callback that nobody will send.</returns>
    public async Task<bool> ToEndAsync(ExecutionStart start, CancellationToken cancellationToken)
    {
        Fact? fact = new Fact.Started(Now, start);
        while (fact is not null)
        {
            Apply(fact, cancellationToken);
            fact = execution.Status == ExecutionStatus.Running ? await NextFactAsync(cancellationToken) : null;
        }

        foreach (var task in _tasks.Values)
        {
            await task.CancelAsync();
        }

        return execution.Status != ExecutionStatus.Running;
    }

    // Facts are kept to the millisecond.
    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    private void Apply(Fact fact, CancellationToken cancellationToken)
    {
        var effects = new List<Effect>();
        var history = new List<HistoryEvent>();
        execution.Apply(fact, effects, history);
        history.ForEach(observe);
        foreach (var effect in effects)
        {
            CarryOut(effect, cancellationToken);
        }
    }

    private void CarryOut(Effect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.InvokeTask(var request):
                var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                _tasks[request.Task] = cancellation;
                _ = PerformAsync(request, cancellation.Token);
                break;
            case Effect.CancelTask(var task):
                if (_tasks.Remove(task, out var cancelled))
                {
                    cancelled.Cancel();
                }

                break;
            case Effect.SetTimer(var timer, var due):
                _timers[timer] = due;
                break;
            case Effect.CancelTimer(var timer):
                _timers.Remove(timer);
                break;
            case Effect.Continue:
                _facts.Writer.TryWrite(new Fact.Continued(Now));
                break;
            case Effect.Finish:
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No such effect: {effect.GetType().Name}");
        }
    }

    private async Task PerformAsync(TaskRequest request, CancellationToken cancellationToken)
    {
        try
        {
            // A handler that answers at once would otherwise be called inside Apply, and so on without end.
            await Task.Yield();
            var call = new TaskCall
            {
                Request = request,
                Execution = execution.Start,
                HeartbeatAsync = () => _facts.Writer.WriteAsync(new Fact.TaskHeartbeat(Now, request.Task), cancellationToken),
            };
            var outcome = await router.InvokeAsync(call, cancellationToken);
            await _facts.Writer.WriteAsync(FactOf(request.Task, outcome), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The execution no longer waits for this task, and was told nothing of it.
            return;
        }
        catch (Exception e)
        {
            _facts.Writer.Complete(e);
        }
    }

    private Fact FactOf(long task, TaskOutcome outcome) => outcome switch
    {
        TaskOutcome.Succeeded(var output) => new Fact.TaskSucceeded(Now, task, output),
        TaskOutcome.Submitted(var output) => new Fact.TaskSubmitted(Now, task, output),
        TaskOutcome.Failed(var failure) => new Fact.TaskFailed(Now, task, failure),
        _ => throw new System.Diagnostics.UnreachableException($"No such outcome: {outcome.GetType().Name}"),
    };

    private async Task<Fact?> NextFactAsync(CancellationToken cancellationToken)
    {
        if (_facts.Reader.TryRead(out var ready))
        {
            return Received(ready);
        }

        // Virtual time stands still while a task is at work, and jumps when nothing is left but to wait.
        var mayWait = _timers.Count > 0 && (_tasks.Count == 0 || clock is not VirtualClock);
        if (mayWait)
        {
            return await FactOrTimerAsync(cancellationToken);
        }

        return _tasks.Count > 0 ? Received(await _facts.Reader.ReadAsync(cancellationToken)) : null;
    }

    private async Task<Fact> FactOrTimerAsync(CancellationToken cancellationToken)
    {
        var (timer, due) = _timers.MinBy(entry => (entry.Value, entry.Key));
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var arrival = _facts.Reader.WaitToReadAsync(waiting.Token).AsTask();
        var first = await Task.WhenAny(arrival, PassUntilAsync(due, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (first == arrival && await arrival && _facts.Reader.TryRead(out var fact))
        {
            return Received(fact);
        }

        _timers.Remove(timer);
        return new Fact.TimerFired(Now, timer);
    }

    private async Task PassUntilAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        if (clock is VirtualClock virtualClock)
        {
            virtualClock.MoveTo(due);
            return;
        }

        for (var left = due - clock.GetUtcNow(); left > TimeSpan.Zero; left = due - clock.GetUtcNow())
        {
            await Task.Delay(left < LongestDelay ? left : LongestDelay, clock, cancellationToken);
        }
    }

    private Fact Received(Fact fact)
    {
        var atRest = fact switch
        {
            Fact.TaskSucceeded succeeded => succeeded.Task,
            Fact.TaskFailed failed => failed.Task,
            Fact.TaskSubmitted submitted => submitted.Task,
            _ => (long?)null,
        };
        if (atRest is { } task)
        {
            _tasks.Remove(task);
        }

        return fact;
    }
}
