using System.Collections.Frozen;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>From the header <c>X-Amz-Target</c> to the action it names.</summary>
public sealed class ActionTable(IEnumerable<IAction> actions)
{
    private const string Prefix = "AWSStepFunctions.";

    private static readonly FrozenSet<string> OfAws = FrozenSet.Create(
        "CreateActivity", "CreateStateMachine", "CreateStateMachineAlias", "DeleteActivity", "DeleteStateMachine", "DeleteStateMachineAlias",
        "DeleteStateMachineVersion", "DescribeActivity", "DescribeExecution", "DescribeMapRun", "DescribeStateMachine", "DescribeStateMachineAlias",
        "DescribeStateMachineForExecution", "GetActivityTask", "GetExecutionHistory", "ListActivities", "ListExecutions", "ListMapRuns",
        "ListStateMachineAliases", "ListStateMachineVersions", "ListStateMachines", "ListTagsForResource", "PublishStateMachineVersion",
        "RedriveExecution", "SendTaskFailure", "SendTaskHeartbeat", "SendTaskSuccess", "StartExecution", "StartSyncExecution", "StopExecution",
        "TagResource", "TestState", "UntagResource", "UpdateMapRun", "UpdateStateMachine", "UpdateStateMachineAlias", "ValidateStateMachineDefinition");

    private readonly FrozenDictionary<string, IAction> byTarget = actions.ToFrozenDictionary(action => Prefix + action.Name);

    /// <summary>The action a target names.</summary>
    /// <exception cref="AwsException">AWS has no such action, or this server does not have it yet.</exception>
    public IAction Named(string? target)
    {
        if (string.IsNullOrEmpty(target))
        {
            throw AwsErrors.UnknownOperation($"Expected the header X-Amz-Target: {Prefix}<Action>, found none.");
        }

        if (byTarget.TryGetValue(target, out var action))
        {
            return action;
        }

        throw target.StartsWith(Prefix, StringComparison.Ordinal) && OfAws.Contains(target[Prefix.Length..])
            ? AwsErrors.NotAvailableYet(target[Prefix.Length..])
            : AwsErrors.UnknownOperation($"Expected the header X-Amz-Target to name an action of AWS Step Functions, found '{target}'.");
    }
}
