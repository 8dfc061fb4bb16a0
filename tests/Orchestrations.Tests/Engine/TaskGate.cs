using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>Tasks that wait until they are let through.</summary>
internal sealed class TaskGate(Func<TaskCall, bool>? fails = null)
{
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<(int Count, TaskCompletionSource Reached)> waiting = new();
    private readonly Lock gate = new();
    private int inside;

    public int MostAtOnce { get; private set; }

    public ITaskRouter Router => new ScriptedRouter(AnswerAsync);

    public void Open() => open.TrySetResult();

    public Task WaitForAsync(int count)
    {
        lock (gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue((count, reached));
            Tell();
            return reached.Task;
        }
    }

    private async ValueTask<TaskOutcome> AnswerAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (fails?.Invoke(call) == true)
        {
            return ScriptedRouter.Failed("Told");
        }

        lock (gate)
        {
            inside++;
            MostAtOnce = Math.Max(MostAtOnce, inside);
            Tell();
        }

        await open.Task.WaitAsync(cancellationToken);
        lock (gate)
        {
            inside--;
        }

        return new TaskOutcome.Succeeded(call.Request.Input);
    }

    private void Tell()
    {
        foreach (var (count, reached) in waiting)
        {
            if (inside >= count)
            {
                reached.TrySetResult();
            }
        }
    }
}
