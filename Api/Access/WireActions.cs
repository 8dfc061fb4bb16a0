using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access;

/// <summary>Which role an action of the Step Functions API asks for.</summary>
public static class WireActions
{
    /// <summary>Whoever works with executions or definitions may read them.</summary>
    public const Roles Readers = Roles.Viewer | Roles.Operator | Roles.Author;

    private const string TargetPrefix = "AWSStepFunctions.";

    private static readonly FrozenDictionary<string, Roles> ByAction = new Dictionary<string, Roles>
    {
        ["DescribeActivity"] = Readers,
        ["DescribeExecution"] = Readers,
        ["DescribeMapRun"] = Readers,
        ["DescribeStateMachine"] = Readers,
        ["DescribeStateMachineAlias"] = Readers,
        ["DescribeStateMachineForExecution"] = Readers,
        ["GetExecutionHistory"] = Readers,
        ["ListActivities"] = Readers,
        ["ListExecutions"] = Readers,
        ["ListMapRuns"] = Readers,
        ["ListStateMachineAliases"] = Readers,
        ["ListStateMachineVersions"] = Readers,
        ["ListStateMachines"] = Readers,
        ["ListTagsForResource"] = Readers,
        ["ValidateStateMachineDefinition"] = Readers,
        ["RedriveExecution"] = Roles.Operator,
        ["StartExecution"] = Roles.Operator,
        ["StartSyncExecution"] = Roles.Operator,
        ["StopExecution"] = Roles.Operator,
        ["UpdateMapRun"] = Roles.Operator,
        ["GetActivityTask"] = Roles.Worker,
        ["SendTaskFailure"] = Roles.Worker,
        ["SendTaskHeartbeat"] = Roles.Worker,
        ["SendTaskSuccess"] = Roles.Worker,
        ["CreateActivity"] = Roles.Author,
        ["CreateStateMachine"] = Roles.Author,
        ["CreateStateMachineAlias"] = Roles.Author,
        ["DeleteActivity"] = Roles.Author,
        ["DeleteStateMachine"] = Roles.Author,
        ["DeleteStateMachineAlias"] = Roles.Author,
        ["DeleteStateMachineVersion"] = Roles.Author,
        ["PublishStateMachineVersion"] = Roles.Author,
        ["TagResource"] = Roles.Author,
        ["TestState"] = Roles.Author,
        ["UntagResource"] = Roles.Author,
        ["UpdateStateMachine"] = Roles.Author,
        ["UpdateStateMachineAlias"] = Roles.Author,
    }.ToFrozenDictionary();

    /// <summary>All actions, with the roles of which one is needed.</summary>
    public static IReadOnlyDictionary<string, Roles> All => ByAction;

    /// <summary>The action that a request names; empty if it names none of Step Functions.</summary>
    public static string Named(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var target = request.Headers["X-Amz-Target"].ToString();
        return target.StartsWith(TargetPrefix, StringComparison.Ordinal) ? target[TargetPrefix.Length..] : "";
    }

    /// <summary>Whether an action only reads. One that nobody knows does not, nor does <c>TestState</c>, which has tasks done that are not mocked.</summary>
    public static bool IsReading(string action) => ByAction.TryGetValue(action, out var anyOf) && anyOf == Readers;
}
