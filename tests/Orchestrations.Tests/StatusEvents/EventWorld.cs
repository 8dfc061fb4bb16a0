using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

/// <summary>An engine, subscriptions to its executions, and a receiver.</summary>
internal sealed class EventWorld : IAsyncDisposable
{
    private StatusDeliveries? deliveries;
    private SignallingOutbox? signalling;

    private EventWorld(EngineFixture engine, StatusSubscriptions subscriptions)
    {
        Engine = engine;
        Subscriptions = subscriptions;
        Messages = new InMemoryMessageStore(engine.Time);
    }

    public EngineFixture Engine { get; }

    public StatusSubscriptions Subscriptions { get; }

    public Receiver Receiver { get; } = new();

    public InMemoryMessageStore Messages { get; }

    public IStatusOutbox Outbox => Engine.Engine.StatusOutbox;

    public ManualTimeProvider Time => Engine.Time;

    public StatusEventOptions Options { get; init; } = new();

    public StatusDeliveries Deliveries => deliveries ?? throw new InvalidOperationException("nothing is delivered yet");

    public static StatusSubscription Webhook(string name = "billing", string? secret = null) =>
        new() { Name = name, Target = new StatusTarget.Webhook(new Uri($"http://{name}.example/events"), secret) };

    public static async Task<EventWorld> OpenAsync(
        string definition, ITaskRouter? router = null, IReadOnlyList<StatusSubscription>? subscriptions = null, IJournal? journal = null, StateMachineType type = StateMachineType.Standard)
    {
        var all = new StatusSubscriptions(subscriptions ?? [Webhook()]);
        var options = new EngineOptions { GracePeriod = TimeSpan.Zero, StatusSubscriptions = all };
        return new EventWorld(await EngineFixture.OpenAsync(definition, router, journal, options, type), all);
    }

    /// <summary>Begins to deliver, or goes on after <see cref="StopDeliveringAsync"/>, as another process would.</summary>
    public async Task DeliverAsync()
    {
        var executions = new LateExecutions();
        executions.Open(Engine.Executions, Engine.Engine.MapRuns);
        var queues = new QueueDirectory(new ServiceOptions());
        signalling = new SignallingOutbox(Outbox);
        deliveries = new StatusDeliveries(
            signalling,
            Subscriptions,
            new StatusReceivers(new HttpClient(Receiver, disposeHandler: false), new LocalQueueReceivers(queues, new MessagePost(Messages)), Time),
            executions,
            new DeliveryTally(Time),
            Options,
            Time,
            NullLogger<StatusDeliveries>.Instance);
        await deliveries.StartAsync(CancellationToken.None);
    }

    public async Task StopDeliveringAsync()
    {
        if (deliveries is not null)
        {
            await deliveries.StopAsync(CancellationToken.None);
            deliveries.Dispose();
            deliveries = null;
        }
    }

    /// <summary>Waits until nothing waits to be delivered any more.</summary>
    public async Task SettleAsync(string subscription = "billing")
    {
        while (true)
        {
            var next = signalling!.NextRecord;
            if ((await Outbox.CountAsync(subscription)).Pending == 0)
            {
                return;
            }

            await next.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopDeliveringAsync();
        await Engine.DisposeAsync();
    }
}
