using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

/// <summary>What hands out tasks of activities, as the suites that every host passes see it.</summary>
public abstract class ActivityHost : IAsyncDisposable
{
    public abstract IExecutionService Executions { get; }

    public abstract StateMachineCatalog Catalog { get; }

    public abstract ActivityCatalog Activities { get; }

    public abstract IActivityTasks Tasks { get; }

    public abstract ManualTimeProvider Time { get; }

    public abstract Task OpenAsync();

    /// <summary>Ends the host and begins another one on the same records.</summary>
    public abstract Task RestartAsync();

    /// <summary>Lets time pass and what is due by then happen.</summary>
    public abstract Task AdvanceAsync(TimeSpan by);

    /// <summary>Waits for something that may take some time on the host's clock.</summary>
    public virtual Task<T> AwaitAsync<T>(Task<T> task) => task;

    public abstract ValueTask DisposeAsync();
}
