using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Support.Durable.Histories;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>What an orchestrator sees of a <see cref="TaskHub"/>. Of one episode; every use is checked for its thread and compared with the episodes before.</summary>
internal sealed class ReplayingContext(Replay replay, TaskHub hub, Instance instance) : TaskOrchestrationContext
{
    private int guids;

    /// <inheritdoc/>
    public override TaskName Name => new(instance.Name);

    /// <inheritdoc/>
    public override string InstanceId => instance.Id;

    /// <inheritdoc/>
    public override ParentOrchestrationInstance? Parent => instance.Start.Parent;

    /// <inheritdoc/>
    public override DateTime CurrentUtcDateTime
    {
        get
        {
            replay.Demand(nameof(CurrentUtcDateTime));
            return replay.Now.UtcDateTime;
        }
    }

    /// <inheritdoc/>
    public override bool IsReplaying => replay.IsReplaying;

    /// <inheritdoc/>
    protected override ILoggerFactory LoggerFactory => hub.Options.LoggerFactory;

    /// <inheritdoc/>
    public override T? GetInput<T>()
        where T : default
    {
        replay.Demand(nameof(GetInput));
        return hub.Wire.Read<T>(instance.Start.Input);
    }

    /// <inheritdoc/>
    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        RefuseRetry(options);
        var text = replay.Write(input, $"the input of activity {name.Name}");
        replay.Note(nameof(CallActivityAsync), name.Name, text);
        return AnswerAsync<TResult>(replay.Open(name.Name, id => new HubEvent.ActivityCalled(id, name.Name, text)).Task);
    }

    /// <inheritdoc/>
    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        RefuseRetry(options);
        var id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var text = replay.Write(input, $"the input of {orchestratorName.Name}");
        replay.Note(nameof(CallSubOrchestratorAsync), $"{orchestratorName.Name} as {id}", text);
        return AnswerAsync<TResult>(replay.Open(orchestratorName.Name, task => new HubEvent.ChildCalled(task, orchestratorName.Name, id, text)).Task);
    }

    /// <inheritdoc/>
    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var end = fireAt.ToUniversalTime();
        while (end - CurrentUtcDateTime > hub.Options.LongestTimer && !cancellationToken.IsCancellationRequested)
        {
            await OneTimer(CurrentUtcDateTime + hub.Options.LongestTimer, cancellationToken);
        }

        await OneTimer(end, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        replay.Note(nameof(WaitForExternalEvent), eventName, typeof(T).FullName);
        var completion = new TaskCompletionSource<T>();
        replay.Wait(eventName, typeof(T), input => completion.TrySetResult(hub.Wire.Read<T>(input)!));
        cancellationToken.Register(() => completion.TrySetCanceled(cancellationToken));
        return completion.Task;
    }

    /// <inheritdoc/>
    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        var text = replay.Write(payload, $"event {eventName}");
        replay.Note(nameof(SendEvent), $"{eventName} to {instanceId}", text);
        replay.Add(id => new HubEvent.EventSent(id, instanceId, eventName, text));
    }

    /// <inheritdoc/>
    public override void SetCustomStatus(object? customStatus)
    {
        var text = replay.Write(customStatus, $"the status of {instance.Id}");
        replay.Note(nameof(SetCustomStatus), "", text);
        replay.CustomStatus = text;
    }

    /// <inheritdoc/>
    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        var text = replay.Write(newInput, $"the input of the next generation of {instance.Id}");
        replay.Note(nameof(ContinueAsNew), preserveUnprocessedEvents ? "with events" : "without events", text);
        replay.ContinueAsNew(new Continuation(text, preserveUnprocessedEvents));
    }

    /// <inheritdoc/>
    public override Guid NewGuid()
    {
        var guid = GuidOf($"{instance.Id} {replay.Now:O} {guids++}");
        replay.Note(nameof(NewGuid), guid.ToString(), arguments: null);
        return guid;
    }

    /// <summary>Durable's own retries have no history that a user of ours would see, so nobody here may use them.</summary>
    private static void RefuseRetry(TaskOptions? options)
    {
        if (options?.Retry is not null)
        {
            throw new NotSupportedException("expected no retry options: this hub has none");
        }
    }

    private async Task OneTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        replay.Note(nameof(CreateTimer), $"{fireAt:O}", arguments: null);
        var (id, task) = replay.Open("", timer => new HubEvent.TimerSet(timer, fireAt));
        using var cancellation = cancellationToken.Register(() => replay.Cancel(id));
        await task.Answer;
    }

    private async Task<T> AnswerAsync<T>(OpenTask task) => hub.Wire.Read<T>(await task.Answer)!;

    private static Guid GuidOf(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return new Guid(hash.AsSpan(0, 16));
    }
}
