using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Functions.Durable.Payloads;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Functions.Tests.Executions;

/// <summary>The executions on Durable Functions, over a task hub in memory.</summary>
internal sealed class DurableHost
{
    private readonly ServiceProvider services;

    public DurableHost(ITaskRouter router, ManualTimeProvider time, IExecutionRecords records, bool runsAtOnce = true, HubOptions? options = null, AccountQuotas? quotas = null)
    {
        World = new DurableWorld(router, (options ?? new HubOptions()) with { Clock = time, RunsAtOnce = runsAtOnce }, records: records);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(records)
            .AddSingleton(quotas ?? new AccountQuotas())
            .AddSingleton(router)
            .AddSingleton(World.Clients)
            .AddSingleton<IPayloads>(World.Payloads)
            .AddSingleton<IStateMachineStore>(World.Machines)
            .AddSingleton<IMapRunStore>(World.MapRuns)
            .AddSingleton<IActivityStore>(World.Activities)
            .AddSingleton<IWaitingLine>(World.Queue)
            .AddSingleton(World.Lines)
            .AddSingleton(new ArnScheme())
            .AddSingleton<StateMachineCatalog>()
            .AddSingleton<ParsedMachines>()
            .AddSingleton<ExecutionInputs>()
            .AddSingleton(new Observers([], NullLogger.Instance))
            .AddDurableExecutions()
            .BuildServiceProvider();
        World.Late.Open(Executions);
    }

    public DurableWorld World { get; }

    public IExecutionService Executions => services.GetRequiredService<IExecutionService>();

    public StateMachineCatalog Catalog => services.GetRequiredService<StateMachineCatalog>();

    public ActivityCatalog Activities => services.GetRequiredService<ActivityCatalog>();

    public IActivityTasks ActivityTasks => services.GetRequiredService<IActivityTasks>();

    public IFactSource Facts => services.GetRequiredService<IFactSource>();

    /// <summary>The tasks of activities on an instance of its own, in front of the same records.</summary>
    public IActivityTasks OnAnotherInstance() => new DurableActivityTasks(
        Activities, World.Queue, World.Records, new WorkerLines(new ActivityOptions()), World.Clients, new ActivityOptions(), World.Clock);

    public ExecutionSweeper Sweeper => services.GetRequiredService<ExecutionSweeper>();

    public IPurge Retention => services.GetRequiredService<IPurge>();
}
