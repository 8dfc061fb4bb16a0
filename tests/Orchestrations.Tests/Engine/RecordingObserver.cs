using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>An observer that keeps what it is told.</summary>
internal sealed class RecordingObserver(bool wantsHistory) : IExecutionObserver
{
    private readonly Lock gate = new();
    private readonly List<ExecutionObservation> observations = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> waiting = [];

    public IReadOnlyList<ExecutionObservation> Observations
    {
        get
        {
            lock (gate)
            {
                return [.. observations];
            }
        }
    }

    public bool WantsHistory(ExecutionStart start) => wantsHistory;

    public void Observe(ExecutionObservation observation)
    {
        lock (gate)
        {
            observations.Add(observation);
            foreach (var (_, reached) in waiting.Where(wait => Ends() >= wait.Count))
            {
                reached.TrySetResult();
            }
        }
    }

    /// <summary>Completes when it has been told of that many ends.</summary>
    public Task EndsAsync(int count)
    {
        lock (gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((count, reached));
            if (Ends() >= count)
            {
                reached.TrySetResult();
            }

            return reached.Task;
        }
    }

    private int Ends() => observations.Count(told => told.Status != ExecutionStatus.Running);
}
