using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Support.Durable.Histories;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Support.Durable.Clients;

/// <summary>A client of a <see cref="TaskHub"/>, with the answers of the real one on Azure Storage.</summary>
public sealed class HubClient : DurableTaskClient
{
    private readonly TaskHub hub;

    internal HubClient(TaskHub hub)
        : base("hub") => this.hub = hub;

    /// <summary>Thrown by the next call from outside, and then no more: the connection to the task hub is broken. For tests of what a caller makes of that.</summary>
    public Exception? NextFailure { get; set; }

    /// <inheritdoc/>
    /// <exception cref="OrchestrationExistsException">One under that id is not over yet (or in any of the statuses that are to be unique).</exception>
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        Begin(cancellation);
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        var text = hub.Wire.Write(input, $"the input of {orchestratorName.Name}");
        if (!hub.Instances.TryStart(orchestratorName.Name, id, text, InTheWay(options)))
        {
            throw new OrchestrationExistsException(id);
        }

        await CameAsync();
        return id;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Nothing under that id is running, so the event could not reach anybody.</exception>
    public override async Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Begin(cancellation);
        var text = hub.Wire.Write(eventPayload, $"event {eventName}");
        if (!hub.Instances.TryRaise(instanceId, new HubEvent.EventRaised(eventName, text)))
        {
            throw new InvalidOperationException($"expected a running orchestration, found none under the id '{instanceId}'");
        }

        await CameAsync();
    }

    /// <inheritdoc/>
    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, instance => instance.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    /// <inheritdoc/>
    /// <remarks>Does what is due meanwhile, and moves the clock where nothing is; fails where nothing can happen any more, for nobody would ever come back from that.</remarks>
    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, instance => instance.HasEnded, getInputsAndOutputs, cancellation);

    /// <inheritdoc/>
    public override async Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Begin(cancellation);
        hub.Instances.TryRaise(instanceId, new HubEvent.Terminated(hub.Wire.Write(options?.Output, $"the output of {instanceId}")));
        if (options?.Recursive == true)
        {
            foreach (var child in hub.Instances.All.Where(child => child.Parent?.InstanceId == instanceId))
            {
                await TerminateInstanceAsync(child.Id, options, cancellation);
            }
        }

        await CameAsync();
    }

    /// <inheritdoc/>
    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => SuspendAsync(instanceId, isSuspended: true, cancellation);

    /// <inheritdoc/>
    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => SuspendAsync(instanceId, isSuspended: false, cancellation);

    /// <inheritdoc/>
    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        Begin(cancellation);
        return Task.FromResult(hub.Instances.Find(instanceId) is { } instance ? Metadata(instance, getInputsAndOutputs) : null);
    }

    /// <inheritdoc/>
    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var wanted = filter ?? new OrchestrationQuery();
        return Pageable.Create((token, size, cancellation) =>
        {
            Begin(cancellation);
            var from = (token ?? wanted.ContinuationToken) is { } place ? int.Parse(place, CultureInfo.InvariantCulture) : 0;
            var count = size ?? wanted.PageSize;
            var all = hub.Instances.All.Where(instance => Matches(instance, wanted)).ToList();
            var page = all.Skip(from).Take(count).Select(instance => Metadata(instance, wanted.FetchInputsAndOutputs)).ToList();
            var next = from + count < all.Count ? (from + count).ToString(CultureInfo.InvariantCulture) : null;
            return Task.FromResult(new Page<OrchestrationMetadata>(page, next));
        });
    }

    /// <inheritdoc/>
    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Begin(cancellation);
        return Task.FromResult(new PurgeResult(hub.Instances.TryPurge(instanceId) ? 1 : 0));
    }

    /// <inheritdoc/>
    public override Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Begin(cancellation);
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        return Task.FromResult(new PurgeResult(hub.Instances.All.Count(instance => Matches(instance, query) && hub.Instances.TryPurge(instance.Id))));
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IReadOnlyCollection<OrchestrationRuntimeStatus> InTheWay(StartOrchestrationOptions? options) =>
        options?.DedupeStatuses is { Count: > 0 } asked ? [.. asked.Select(Enum.Parse<OrchestrationRuntimeStatus>)] : Instances.Alive;

    private static bool Matches(Instance instance, OrchestrationQuery query) =>
        (query.CreatedFrom is not { } from || instance.CreatedAt >= from)
        && (query.CreatedTo is not { } to || instance.CreatedAt <= to)
        && (query.Statuses is not { } statuses || statuses.Contains(StatusOf(instance)))
        && (query.InstanceIdPrefix is not { } prefix || instance.Id.StartsWith(prefix, StringComparison.Ordinal));

    private static OrchestrationRuntimeStatus StatusOf(Instance instance) =>
        instance is { IsSuspended: true, HasEnded: false } ? OrchestrationRuntimeStatus.Suspended : instance.Status;

    private OrchestrationMetadata Metadata(Instance instance, bool withTexts) => new(instance.Name, instance.Id)
    {
        DataConverter = withTexts ? hub.Wire.Converter : null,
        RuntimeStatus = StatusOf(instance),
        CreatedAt = instance.CreatedAt,
        LastUpdatedAt = instance.UpdatedAt,
        SerializedInput = withTexts ? instance.Start.Input : null,
        SerializedOutput = withTexts ? instance.Output : null,
        SerializedCustomStatus = withTexts ? instance.CustomStatus : null,
    };

    private async Task SuspendAsync(string instanceId, bool isSuspended, CancellationToken cancellation)
    {
        Begin(cancellation);
        if (hub.Instances.Find(instanceId) is { } instance)
        {
            instance.IsSuspended = isSuspended;
        }

        await CameAsync();
    }

    private async Task<OrchestrationMetadata> WaitAsync(string instanceId, Func<Instance, bool> isThere, bool withTexts, CancellationToken cancellation)
    {
        Begin(cancellation);
        await hub.RunAsync();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var instance = hub.Instances.Find(instanceId) ?? throw new InvalidOperationException($"expected an orchestration under the id '{instanceId}', found none");
            if (isThere(instance))
            {
                return Metadata(instance, withTexts);
            }

            if (!await hub.MoveToNextAsync())
            {
                throw new InvalidOperationException($"expected orchestration '{instanceId}' to go on; it is {StatusOf(instance)} and waits for something that does not come by itself");
            }
        }
    }

    private void Begin(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (NextFailure is { } failure)
        {
            NextFailure = null;
            throw failure;
        }
    }

    private Task CameAsync() => hub.Options.RunsAtOnce ? hub.RunAsync() : Task.CompletedTask;
}
