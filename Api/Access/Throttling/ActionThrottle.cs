using System.Collections.Frozen;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Access.Throttling;

/// <summary>Counts the calls of each action of the Step Functions API as AWS does: one bucket an action, for everybody together. Off unless the settings ask for it.</summary>
/// <remarks>Of several instances each counts for itself.</remarks>
public sealed class ActionThrottle
{
    private const string StartExecution = "StartExecution";

    private readonly FrozenDictionary<string, TokenBucket> buckets;
    private readonly StateMachineCatalog catalog;
    private readonly TimeProvider time;
    private readonly ThrottledCalls? throttled;

    /// <summary>Full buckets.</summary>
    /// <param name="options">How large they are.</param>
    /// <param name="catalog">Knows which machines are EXPRESS, and the region.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="throttled">Told of every call that is turned down.</param>
    public ActionThrottle(ThrottlingOptions options, StateMachineCatalog catalog, TimeProvider time, ThrottledCalls? throttled = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(time);
        this.catalog = catalog;
        this.time = time;
        this.throttled = throttled;
        buckets = options.Enabled == false
            ? FrozenDictionary<string, TokenBucket>.Empty
            : options.BucketsOfActions(catalog.Arns.Region).ToFrozenDictionary(bucket => bucket.Key, bucket => new TokenBucket(bucket.Value, time.GetUtcNow()));
    }

    /// <summary>Takes a token for a call.</summary>
    /// <exception cref="AwsException">There is none left.</exception>
    internal async ValueTask TakeAsync(string action, JsonObject request, CancellationToken cancellationToken)
    {
        if (buckets.Count == 0)
        {
            return;
        }

        var name = action == StartExecution && await IsExpressAsync(request, cancellationToken) ? AwsBuckets.StartExpressExecution : action;
        if (buckets.TryGetValue(name, out var bucket) && !bucket.Take(time.GetUtcNow()).IsTaken)
        {
            throttled?.Count(action);
            throw AwsErrors.Throttling();
        }
    }

    private async ValueTask<bool> IsExpressAsync(JsonObject request, CancellationToken cancellationToken)
    {
        if ((request["stateMachineArn"] as JsonString)?.Value is not { } arn || arn.Split(':') is not { Length: >= 7 } parts)
        {
            return false;
        }

        try
        {
            // Of a version or an alias the machine says it.
            return (await catalog.DescribeAsync(string.Join(':', parts[..7]), cancellationToken)).Type == StateMachineType.Express;
        }
        catch (RefusedException)
        {
            // That there is no such machine is for the action to say.
            return false;
        }
    }
}
