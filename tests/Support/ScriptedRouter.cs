using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Support;

/// <summary>Answers tasks with a function, remembers what it was asked, and lets a test wait for a task to arrive.</summary>
public sealed class ScriptedRouter(Func<TaskCall, CancellationToken, ValueTask<TaskOutcome>> answer) : ITaskRouter
{
    private readonly Lock gate = new();
    private readonly List<TaskCall> calls = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<TaskCall>> arrivals = new();

    /// <summary>Answers each task with its input.</summary>
    public ScriptedRouter() : this(call => new TaskOutcome.Succeeded(call.Request.Input))
    {
    }

    /// <summary>Answers each task at once.</summary>
    public ScriptedRouter(Func<TaskCall, TaskOutcome> answer) : this((call, _) => ValueTask.FromResult(answer(call)))
    {
    }

    /// <summary>What it was asked so far, in order.</summary>
    public IReadOnlyList<TaskCall> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>Fails a task.</summary>
    public static TaskOutcome Failed(string error, string? cause = null) => new TaskOutcome.Failed(new Failure(error, cause));

    /// <summary>The first task that some state wants done, when it arrives.</summary>
    public Task<TaskCall> ArrivalAsync(string stateName) => Arrival(stateName).Task;

    /// <inheritdoc/>
    public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        lock (gate)
        {
            calls.Add(call);
        }

        Arrival(call.Request.StateName).TrySetResult(call);
        return answer(call, cancellationToken);
    }

    private TaskCompletionSource<TaskCall> Arrival(string stateName) =>
        arrivals.GetOrAdd(stateName, static _ => new TaskCompletionSource<TaskCall>(TaskCreationOptions.RunContinuationsAsynchronously));
}
