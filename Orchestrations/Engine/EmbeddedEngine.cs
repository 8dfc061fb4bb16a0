using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Engine.MapRuns;
using TaskOrchestration.Orchestrations.Engine.Watching;
using TaskOrchestration.Orchestrations.Engine.Workers;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Time;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>The embedded driver: a process that runs executions and keeps them in a data folder.</summary>
public sealed class EmbeddedEngine : IAsyncDisposable
{
    private const string FileName = "executions.db";

    private readonly EngineCore core;
    private readonly ExpressRuns express;
    private readonly Retention retention;
    private readonly TimeProvider time;
    private readonly IDisposable[] owned;
    private readonly Lock gate = new();
    private Task? stopping;
    private EngineFollower? follower;

    private EmbeddedEngine(EngineCore core, ExpressRuns express, Retention retention, TimeProvider time, IDisposable[] owned)
    {
        this.core = core;
        this.express = express;
        this.retention = retention;
        this.time = time;
        this.owned = owned;
    }

    /// <summary>The stored machines.</summary>
    public required StateMachineCatalog Catalog { get; init; }

    /// <summary>The executions.</summary>
    public required IExecutionService Executions { get; init; }

    /// <summary>The Map Runs.</summary>
    public required IMapRunService MapRuns { get; init; }

    /// <summary>The activities.</summary>
    public required ActivityCatalog Activities { get; init; }

    /// <summary>The tasks of activities, for their workers.</summary>
    public required IActivityTasks ActivityTasks { get; init; }

    /// <summary>The facts of the executions, and word of new ones.</summary>
    public required IFactSource FactSource { get; init; }

    /// <summary>What executions became that nobody has been told of yet.</summary>
    public required IStatusOutbox StatusOutbox { get; init; }

    /// <summary>How many executions were open when the engine last stopped and go on now.</summary>
    public required int RecoveredExecutions { get; init; }

    /// <summary>Ends when the engine has stopped. Faults if it had to stop because it could not keep what it was told (a full disk, a broken file).</summary>
    public Task Completion => core.Completion;

    /// <summary>How many flushes to disk the journal has made.</summary>
    public long Flushes => core.Flushes;

    /// <summary>How many facts have been made durable.</summary>
    public long Facts => core.Facts;

    /// <summary>How many commands wait to be applied, at about this moment.</summary>
    public int QueueLength => core.QueueLength;

    /// <summary>How many STANDARD executions are open, at about this moment.</summary>
    public int OpenExecutions => core.OpenExecutions;

    /// <summary>Lets a clock that is moved wait for the engine on the way.</summary>
    public IClockFollower ClockFollower => follower ??= new EngineFollower(core);

    /// <summary>Opens the engine in a data folder, which stays the caller's to close. On return, what was interrupted goes on.</summary>
    /// <exception cref="JournalException">The file cannot be opened or was written by another release.</exception>
    public static async Task<EmbeddedEngine> OpenAsync(DataFolder folder, ITaskRouter router, EngineOptions? options = null, TimeProvider? time = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var file = new SqliteFile(folder.PathOf(FileName));
        try
        {
            var journal = new SqliteJournal(file);
            var stores = new EngineStores
            {
                Journal = journal,
                Machines = new SqliteStateMachineStore(file),
                Documents = new SqliteResourceDocuments(file),
                MapRuns = new SqliteMapRunStore(file),
                Activities = new SqliteActivityStore(file),
            };
            return await OpenAsync(stores, router, options, time, logger, owned: [journal, file]);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens an engine that keeps nothing beyond the process.</summary>
    public static Task<EmbeddedEngine> OpenInMemoryAsync(ITaskRouter router, EngineOptions? options = null, TimeProvider? time = null, ILogger? logger = null) =>
        OpenAsync(new EngineStores(), router, options, time, logger);

    /// <summary>Opens an engine on stores of the caller's.</summary>
    public static Task<EmbeddedEngine> OpenAsync(EngineStores stores, ITaskRouter router, EngineOptions? options = null, TimeProvider? time = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(stores);
        return OpenAsync(stores, router, options, time, logger, owned: []);
    }

    /// <summary>Takes nothing on any more, lets running tasks finish within the grace period, and stops. What is left goes on at the next start.</summary>
    public Task StopAsync()
    {
        lock (gate)
        {
            return stopping ??= StopOnceAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<EmbeddedEngine> OpenAsync(EngineStores stores, ITaskRouter router, EngineOptions? options, TimeProvider? time, ILogger? logger, IDisposable[] owned)
    {
        options ??= new EngineOptions();
        time ??= TimeProvider.System;
        logger ??= NullLogger.Instance;
        var machines = new ParsedMachines(stores.Machines);
        var journal = stores.Journal;
        var watched = new WatchedJournal(journal);
        var catalog = new StateMachineCatalog(stores.Machines, options.Arns, time, stores.Documents, options.Quotas);
        var engineRouter = new EngineRouter(new ActivityRouter(router, stores.Activities));
        var durable = new EngineCore(watched, engineRouter, options, time, logger);
        var inMemory = new ExpressRuns(router, durable.Timers, options, logger);
        var reading = new ExecutionReading(journal, stores.Machines, catalog, machines, time);
        var mapRunTasks = new MapRunTasks(durable, inMemory, reading, machines, stores.MapRuns, journal.StatusOutbox, options, time, logger);
        engineRouter.MapRuns = mapRunTasks;
        var recovered = await Recovery.RunAsync(journal, machines, durable, logger);
        durable.Start();
        await mapRunTasks.EndOrphansAsync(recovered.MapRuns);
        var purgePause = new PurgePause();
        var activities = new ActivityCatalog(stores.Activities, options.Arns, time, options.Quotas);
        return new EmbeddedEngine(durable, inMemory, new Retention(journal, stores.MapRuns, options.Retention, purgePause, time, logger), time, owned)
        {
            Catalog = catalog,
            Executions = new EmbeddedExecutions(durable, inMemory, reading, purgePause, catalog, machines, options),
            MapRuns = new EmbeddedMapRuns(stores.MapRuns, reading, mapRunTasks),
            Activities = activities,
            ActivityTasks = new EmbeddedActivityTasks(activities, durable.Workers),
            FactSource = new JournalFacts(watched, reading, machines),
            StatusOutbox = journal.StatusOutbox,
            RecoveredExecutions = recovered.Executions,
        };
    }

    private async Task StopOnceAsync()
    {
        await express.StopAsync(time);
        retention.Dispose();
        await core.DisposeAsync();
        foreach (var store in owned)
        {
            store.Dispose();
        }
    }
}
