using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Executions;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Schedules;
using TaskOrchestration.Api.StatusEvents;
using TaskOrchestration.Api.Tasks;
using TaskOrchestration.Api.Telemetry;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Exports;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Events;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.Orchestrations.Time;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.Rest.Serving;

/// <summary>What a <see cref="RestServer"/> is made of. Nothing in it happens by itself: what is due waits for a test to say so.</summary>
internal static class RestServices
{
    /// <summary>The schedule that comes from the settings.</summary>
    public static readonly Schedule Configured = new() { Name = "from-the-settings", Cron = "0 0 2 * * ?", StateMachine = "SettlementBatch" };

    /// <summary>Registers everything.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="folder">For what has no store in memory.</param>
    public static void Register(IServiceCollection services, string folder)
    {
        services.AddSingleton<FixedTime>().AddSingleton<TimeProvider>(all => all.GetRequiredService<FixedTime>());
        AddBusiness(services);
        AddSchedules(services);
        AddExecutions(services);
        AddStatusEvents(services);
        services
            .AddAccessStores(folder)
            .AddAccess(new ConfigurationBuilder().AddInMemoryCollection([new("Throttling:Enabled", "false")]).Build(), AccessMode.Credentials)
            .AddSingleton(all => MovableClock.Open(folder, all.GetRequiredService<TimeProvider>()))
            .AddHostPages()
            .AddRestApi()
            .AddTasksApi()
            .AddSchedulesApi()
            .AddExecutionsApi()
            .AddStatusEventsApi()
            .AddSingleton(_ => new MeasurementPipeline(ResourceBuilder.CreateEmpty()))
            .AddTelemetry(new ConfigurationBuilder().Build(), folder);
    }

    private static void AddBusiness(IServiceCollection services) => services
        .AddSingleton<InMemoryTaskStore>().AddSingleton<ITaskStore>(all => all.GetRequiredService<InMemoryTaskStore>())
        .AddSingleton<InMemoryOrderStore>().AddSingleton<IOrderStore>(all => all.GetRequiredService<InMemoryOrderStore>())
        .AddSingleton<InMemoryTransactionStore>().AddSingleton<ITransactionStore>(all => all.GetRequiredService<InMemoryTransactionStore>())
        .AddSingleton<InMemoryIdempotencyStore>().AddSingleton<IIdempotencyStore>(all => all.GetRequiredService<InMemoryIdempotencyStore>())
        .AddSingleton<IBlobStore>(all => new InMemoryBlobStore(all.GetRequiredService<TimeProvider>()))
        .AddSingleton<FakeTasks>().AddSingleton<ITaskService>(all => all.GetRequiredService<FakeTasks>())
        .AddSingleton<FakeExports>().AddSingleton<IExportService>(all => all.GetRequiredService<FakeExports>());

    /// <summary>An engine in memory, in which a function yields what it is given, or fails if that says so.</summary>
    private static void AddExecutions(IServiceCollection services) => services
        .AddSingleton(new ScriptedRouter(call => call.Request.Input is JsonObject input && input["fails"] is not null ? ScriptedRouter.Failed("Broken", "as asked for") : new TaskOutcome.Succeeded(call.Request.Input)))
        .AddSingleton(all => EmbeddedEngine.OpenInMemoryAsync(all.GetRequiredService<ScriptedRouter>(), time: all.GetRequiredService<TimeProvider>()).GetAwaiter().GetResult())
        .AddSingleton(all => all.GetRequiredService<EmbeddedEngine>().Executions)
        .AddSingleton(all => all.GetRequiredService<EmbeddedEngine>().Catalog)
        .AddSingleton(all => all.GetRequiredService<EmbeddedEngine>().MapRuns)
        .AddSingleton(all => all.GetRequiredService<EmbeddedEngine>().FactSource)
        .AddSingleton(all => all.GetRequiredService<EmbeddedEngine>().StatusOutbox);

    private static void AddStatusEvents(IServiceCollection services) => services
        .AddSingleton(new EventRules())
        .AddSingleton(new QueueDirectory(new ServiceOptions()))
        .AddSingleton<IMessageStore>(all => new InMemoryMessageStore(all.GetRequiredService<TimeProvider>()))
        .AddSingleton<MessagePost>()
        .AddSingleton<LateExecutions>()
        .AddStatusEvents(new ConfigurationBuilder().AddInMemoryCollection([new("StatusEvents:Subscriptions:billing:Url", "http://me:secret@billing.example/secret?key=secret")]).Build().GetSection("StatusEvents"));

    private static void AddSchedules(IServiceCollection services) => services
        .AddSingleton(new ScheduleOptions { Configured = [Configured] })
        .AddSingleton<IScheduleStore, InMemoryScheduleStore>()
        .AddSingleton<FakeFiringTarget>().AddSingleton<IFiringTarget>(all => all.GetRequiredService<FakeFiringTarget>())
        .AddSingleton<ScheduleBell>()
        .AddSingleton<FiringLauncher>()
        .AddSingleton<ScheduleRunner>()
        .AddSingleton<ScheduleService>();
}
