using System.Reflection;
using Microsoft.DurableTask;
using TaskOrchestration.Support.Durable.Clients;
using TaskOrchestration.Support.Durable.Functions;
using TaskOrchestration.Support.Durable.Histories;

namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>A task hub in memory: it runs orchestrators and activities the way Durable Functions does, in virtual time.</summary>
/// <remarks>
/// An orchestrator is run from scratch whenever something has come, with what happened before replayed. Whatever it asks of its context is compared with what it asked
/// the times before; a difference, and any step off its thread, is thrown out of <see cref="RunAsync"/> (or out of the client's call, with <see cref="HubOptions.RunsAtOnce"/>).
/// Time stands still while there is something to do. <see cref="RunToTheEndAsync"/> moves it to the next timer whenever there is not.
/// </remarks>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing to dispose of.
public sealed class TaskHub
#pragma warning restore CA1001
{
    private readonly Workers workers;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly AsyncLocal<bool> isInside = new();

    /// <summary>An empty hub.</summary>
    public TaskHub(HubOptions? options = null)
    {
        Options = options ?? new HubOptions();
        Wire = new Wire(Options.MessageBytes);
        Instances = new Instances(this);
        workers = new Workers(this);
        Client = new HubClient(this);
    }

    /// <summary>How it behaves.</summary>
    public HubOptions Options { get; }

    /// <summary>What is used from outside.</summary>
    public HubClient Client { get; }

    /// <summary>What travels, and how large it was.</summary>
    public Wire Wire { get; }

    /// <summary>The virtual time.</summary>
    public DateTimeOffset Now => Options.Clock.GetUtcNow();

    /// <summary>How often activities were done, repetitions included.</summary>
    public int ActivitiesDone => workers.Done;

    internal Instances Instances { get; }

    /// <summary>Makes an orchestrator known.</summary>
    public TaskHub AddOrchestrator<TResult>(string name, Func<TaskOrchestrationContext, Task<TResult>> orchestrator)
    {
        Instances.Register(name, async context => await orchestrator(context));
        return this;
    }

    /// <summary>Makes an orchestrator known that yields nothing.</summary>
    public TaskHub AddOrchestrator(string name, Func<TaskOrchestrationContext, Task> orchestrator)
    {
        Instances.Register(name, async context =>
        {
            await orchestrator(context);
            return null;
        });
        return this;
    }

    /// <summary>Makes an activity known.</summary>
    public TaskHub AddActivity<TInput, TResult>(string name, Func<ActivityCall, TInput, Task<TResult>> activity)
    {
        workers.Register(name, async call => Wire.Write(await activity(call, Wire.Read<TInput>(call.Input)!), $"the result of {call}"));
        return this;
    }

    /// <summary>Makes an activity known that takes no time and does not wait.</summary>
    public TaskHub AddActivity<TInput, TResult>(string name, Func<TInput, TResult> activity) =>
        AddActivity<TInput, TResult>(name, (_, input) => Task.FromResult(activity(input)));

    /// <summary>Makes known every orchestrator and activity that the Functions host would find in an assembly by their attributes.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="services">Where their classes get what they need.</param>
    public TaskHub AddFunctions(Assembly assembly, IServiceProvider services)
    {
        foreach (var function in FunctionMethod.In(assembly, services, this))
        {
            if (function.IsOrchestrator)
            {
                Instances.Register(function.Name, function.OrchestrateAsync);
            }
            else if (function.IsActivity)
            {
                workers.Register(function.Name, async call => Wire.Write(await function.ActAsync(call), $"the result of {call}"));
            }
        }

        return this;
    }

    /// <summary>Does all that is due at this moment of the clock.</summary>
    public async Task RunAsync()
    {
        if (isInside.Value)
        {
            // An activity that uses the client: the hub is at work already.
            return;
        }

        await turn.WaitAsync();
        isInside.Value = true;
        try
        {
            await workers.RunAsync();
        }
        finally
        {
            isInside.Value = false;
            turn.Release();
        }
    }

    /// <summary>Does all that is due, and moves the clock to the next timer, until there is none. Orchestrations that wait for an event are left waiting.</summary>
    public async Task RunToTheEndAsync()
    {
        await RunAsync();
        while (await MoveToNextAsync())
        {
        }
    }

    /// <summary>Moves the clock to the next timer or late answer, and does what is due then.</summary>
    /// <returns>False if there is none.</returns>
    public async Task<bool> MoveToNextAsync()
    {
        if (workers.NextDue is not { } due)
        {
            return false;
        }

        if (due > Now)
        {
            Options.Clock.Advance(due - Now);
        }

        await RunAsync();
        return true;
    }

    /// <summary>What an orchestration has cost; null if it is not known.</summary>
    public ActionCounts? CountsOf(string instanceId) => Instances.Find(instanceId)?.Counts;

    /// <summary>The history of the present generation of an orchestration; empty if it is not known.</summary>
    public IReadOnlyList<HubEvent> HistoryOf(string instanceId) => Instances.Find(instanceId) is { } instance ? [.. instance.History] : [];

    /// <summary>Something that no orchestration may do. Thrown at the next step.</summary>
    internal void Report(Exception defect) => workers.Report(defect);

    /// <summary>Has an activity done for an orchestration.</summary>
    internal void Enqueue(PendingActivity activity) => workers.Enqueue(activity);

    /// <summary>Has something come to an orchestration at a moment.</summary>
    internal void Deliver(Instance instance, Message message, DateTimeOffset due) => workers.Deliver(instance, message, due);
}
