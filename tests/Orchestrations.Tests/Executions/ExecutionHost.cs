using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>What runs executions, as the suites that every host passes see it.</summary>
public abstract class ExecutionHost : IAsyncDisposable
{
    public abstract IExecutionService Executions { get; }

    public abstract StateMachineCatalog Catalog { get; }

    public abstract IFactSource Facts { get; }

    public abstract ManualTimeProvider Time { get; }

    /// <summary>Opens the host with nothing in it.</summary>
    public abstract Task OpenAsync(ITaskRouter router);

    /// <summary>Moves the clock, and does what is due then.</summary>
    /// <param name="by">How far.</param>
    /// <param name="set">For when the next timer is set; a host that works on threads of its own waits until it is.</param>
    public abstract Task AdvanceAsync(TimeSpan by, DateTimeOffset set);

    /// <summary>Lets happen what a task waits for; a host that looks at its store by the clock needs the clock moved.</summary>
    public virtual Task PassAsync(Task told) => told;

    public abstract ValueTask DisposeAsync();
}
