using System.Collections.Frozen;

namespace TaskOrchestration.Api.Access.Throttling;

/// <summary>How many calls of each action AWS lets through, as it documents them for an account in a region.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Quotas related to API action throttling</seealso>
internal static class AwsBuckets
{
    /// <summary>By what name the settings know StartExecution of an EXPRESS machine, which is counted apart.</summary>
    public const string StartExpressExecution = "StartExpressExecution";

    private static readonly FrozenSet<string> LargeRegions = FrozenSet.Create("us-east-1", "us-west-2", "eu-west-1");

    private static readonly FrozenDictionary<string, BucketOptions> Large = Table(
        start: new(1_300, 300), describeExecution: new(300, 15), listActivities: 10, listExecutions: new(200, 5), tasks: new(3_000, 500), stop: new(1_000, 200));

    private static readonly FrozenDictionary<string, BucketOptions> Other = Table(
        start: new(800, 150), describeExecution: new(250, 10), listActivities: 5, listExecutions: new(100, 2), tasks: new(1_500, 300), stop: new(500, 25));

    /// <summary>The buckets of a region, by action. StartSyncExecution has none.</summary>
    public static IReadOnlyDictionary<string, BucketOptions> Of(string region) => LargeRegions.Contains(region) ? Large : Other;

    private static FrozenDictionary<string, BucketOptions> Table(
        BucketOptions start, BucketOptions describeExecution, double listActivities, BucketOptions listExecutions, BucketOptions tasks, BucketOptions stop) => new Dictionary<string, BucketOptions>
    {
        ["StartExecution"] = start,
        [StartExpressExecution] = new(6_000, 6_000),
        ["RedriveExecution"] = start,
        ["StopExecution"] = stop,
        ["DescribeExecution"] = describeExecution,
        ["ListExecutions"] = listExecutions,
        ["GetExecutionHistory"] = new(400, 20),
        ["GetActivityTask"] = tasks,
        ["SendTaskFailure"] = tasks,
        ["SendTaskHeartbeat"] = tasks,
        ["SendTaskSuccess"] = tasks,
        ["DescribeStateMachine"] = new(200, 20),
        ["DescribeActivity"] = new(200, 1),
        ["DescribeMapRun"] = new(200, 1),
        ["DescribeStateMachineAlias"] = new(200, 1),
        ["DescribeStateMachineForExecution"] = new(200, 1),
        ["TagResource"] = new(200, 1),
        ["UntagResource"] = new(200, 1),
        ["TestState"] = new(50, 10),
        ["ListActivities"] = new(100, listActivities),
        ["ListStateMachines"] = new(100, 5),
        ["CreateActivity"] = new(100, 1),
        ["CreateStateMachine"] = new(100, 1),
        ["CreateStateMachineAlias"] = new(100, 1),
        ["DeleteActivity"] = new(100, 1),
        ["DeleteStateMachine"] = new(100, 1),
        ["DeleteStateMachineAlias"] = new(100, 1),
        ["DeleteStateMachineVersion"] = new(100, 1),
        ["ListMapRuns"] = new(100, 1),
        ["ListStateMachineAliases"] = new(100, 1),
        ["ListStateMachineVersions"] = new(100, 1),
        ["ListTagsForResource"] = new(100, 1),
        ["PublishStateMachineVersion"] = new(100, 1),
        ["UpdateMapRun"] = new(100, 1),
        ["UpdateStateMachine"] = new(100, 1),
        ["UpdateStateMachineAlias"] = new(100, 1),
        ["ValidateStateMachineDefinition"] = new(100, 1),
    }.ToFrozenDictionary();
}
