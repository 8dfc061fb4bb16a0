using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Tasks;

/// <summary>Tasks over a real engine, the real steps and simulated services; what is durable outlives the process, which can be killed and started again.</summary>
internal sealed class TaskWorld : IAsyncDisposable
{
    public const string Role = "arn:aws:iam::123456789012:role/test";

    private readonly EngineStores stores = new();
    private readonly Action<IServiceCollection>? configure;
    private readonly ServiceProvider records = new ServiceCollection().AddSingleton<TimeProvider>(new ManualTimeProvider()).AddInMemoryStores().BuildServiceProvider();
    private ServiceProvider services = null!;

    private TaskWorld(Action<IServiceCollection>? configure) => this.configure = configure;

    public ManualTimeProvider Time { get; } = new();

    public InMemoryTaskStore Store { get; } = new();

    public InMemoryBlobStore Blobs { get; } = new(TimeProvider.System);

    public EmbeddedEngine Engine { get; private set; } = null!;

    public ITaskService Tasks => Service<ITaskService>();

    public static async Task<TaskWorld> OpenAsync(Action<IServiceCollection>? configure = null, KillSwitch? kill = null)
    {
        var world = new TaskWorld(configure);
        await world.StartAsync(kill ?? KillSwitch.Never);
        return world;
    }

    public static JsonObject Order(string total = "20.00", string? orderId = null, string paymentMethod = "card", string sku = "SKU-1")
    {
        var order = (JsonObject)Json.Parse(
            $$"""
            {"customerId":"C-1","items":[{"sku":"{{sku}}","quantity":1,"unitPrice":{{total}}}],"total":{{total}},"currency":"EUR","paymentMethod":"{{paymentMethod}}","carrier":"post",
             "shippingAddress":{"recipient":"R","street":"S 1","city":"C","postalCode":"12345","country":"DE"} }
            """);
        return orderId is null ? order : order.With("orderId", Json.Of(orderId));
    }

    public static TaskSubmission Submission(TaskKind kind, JsonObject input, string? key = null) =>
        new() { Kind = kind, Input = input, Owner = "ann", By = "ann", IdempotencyKey = key };

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    public T Record<T>()
        where T : notnull => records.GetRequiredService<T>();

    /// <summary>The process is killed, and another one goes on with what is durable.</summary>
    public async Task RestartAsync(KillSwitch? kill = null)
    {
        await Engine.StopAsync();
        await services.DisposeAsync();
        await StartAsync(kill ?? KillSwitch.Never);
    }

    /// <summary>The task once it stands so. Looks whenever something may have changed; nothing here takes real time but threads.</summary>
    public async Task<TrackedTask> UntilAsync(string taskId, Func<TrackedTask, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var task = await Tasks.DescribeAsync(taskId, patience.Token);
            if (holds(task))
            {
                return task;
            }

            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"Task {taskId} is {task.Status} in {task.Step}: {task.Failure}");
            }

            await Task.Delay(1);
        }
    }

    public Task<TrackedTask> UntilAsync(string taskId, TrackedStatus status) => UntilAsync(taskId, task => task.Status == status);

    public Task<TrackedTask> EndAsync(string taskId) => UntilAsync(taskId, task => TaskTransitions.IsEnd(task.Status));

    public async Task<Order?> OrderOfAsync(TrackedTask task) => task.SubjectId is { } id ? await Record<IOrderStore>().FindAsync(id) : null;

    /// <summary>The text of a blob.</summary>
    public async Task<string> TextAsync(string path)
    {
        await using var blob = (await Blobs.OpenAsync(path))!;
        using var reader = new StreamReader(blob.Stream);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await services.DisposeAsync();
        await records.DisposeAsync();
    }

    private async Task StartAsync(KillSwitch kill)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton(records.GetRequiredService<IOrderStore>());
        collection.AddSingleton(records.GetRequiredService<ITransactionStore>());
        collection.AddSingleton(records.GetRequiredService<ILedger>());
        collection.AddSingleton(records.GetRequiredService<IReservationStore>());
        collection.AddSingleton(records.GetRequiredService<ISettlementStore>());
        collection.AddSingleton(records.GetRequiredService<IAnswerStore>());
        collection.AddSingleton<ITaskStore>(new MortalTaskStore(Store, kill));
        collection.AddSingleton<IBlobStore>(Blobs);
        collection.AddBusinessSteps().AddTaskRouting();
        collection.AddTaskServices(new TaskOptions());
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider();
        var options = new EngineOptions { GracePeriod = TimeSpan.Zero, Observers = [.. services.GetServices<IExecutionObserver>()] };
        Engine = await EmbeddedEngine.OpenAsync(stores, new MortalRouter(services.GetRequiredService<ITaskRouter>(), kill), options, Time);
        services.GetRequiredService<LateExecutions>().Open(new MortalExecutions(Engine.Executions, kill), Engine.MapRuns);
        await SeedWorkflows.RegisterAsync(Engine.Catalog, Role);
    }
}
