using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>How the embedded engine behaves.</summary>
public sealed record EngineOptions
{
    /// <summary>How the ARNs of new machines are spelled.</summary>
    public ArnScheme Arns { get; init; } = new();

    /// <summary>How much there may be at once.</summary>
    public AccountQuotas Quotas { get; init; } = new();

    /// <summary>What STANDARD executions may use up.</summary>
    public ExecutionLimits StandardLimits { get; init; } = ExecutionLimits.Standard;

    /// <summary>What EXPRESS executions may use up.</summary>
    public ExecutionLimits ExpressLimits { get; init; } = ExecutionLimits.Express;

    /// <summary>How long an execution that has ended is kept; its name is taken as long.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long tasks that run may go on when the engine stops.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many starts may wait for their commit; further ones wait for a place.</summary>
    public int PendingStarts { get; init; } = 1024;

    /// <summary>How many open executions are kept in memory; the rest are rebuilt from their journals when something happens to them.</summary>
    public int ResidentExecutions { get; init; } = 5_000;

    /// <summary>How many EXPRESS executions may run at once; further ones are refused.</summary>
    public int OpenExpressExecutions { get; init; } = 100_000;

    /// <summary>Who is told what happens to executions. Without any it costs nothing.</summary>
    public IReadOnlyList<IExecutionObserver> Observers { get; init; } = [];

    /// <summary>Who wants to know what executions become. Without any it costs nothing.</summary>
    public StatusSubscriptions StatusSubscriptions { get; init; } = StatusSubscriptions.None;

    /// <summary>Where the items of Map Runs are read from and their results are written to: a bucket is the first folder of a path.</summary>
    public IBlobStore Blobs { get; init; } = new InMemoryBlobStore(TimeProvider.System);

    /// <summary>How tasks of activities are handed to workers.</summary>
    public ActivityOptions Activities { get; init; } = new();

    /// <summary>How many children of one Map Run may run at once, whatever it says itself.</summary>
    public int MapRunConcurrency { get; init; } = 1_000;
}
