using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What an execution is born with, as members of its first fact.</summary>
internal static class ExecutionStartCodec
{
    public static void Write(ExecutionStart start, JsonObjectBuilder builder)
    {
        builder
            .Set("arn", Json.Of(start.ExecutionArn))
            .Set("name", Json.Of(start.Name))
            .Set("machineArn", Json.Of(start.StateMachineArn))
            .Set("machineName", Json.Of(start.StateMachineName))
            .Set("role", Json.Of(start.RoleArn))
            .Set("seed", Json.Of(start.Seed))
            .Set("rules", Json.Of(start.Rules))
            .Set("payloadBytes", Json.Of(start.Limits.PayloadBytes))
            .SetIfPresent("historyEvents", SnapshotJson.Optional(start.Limits.HistoryEvents))
            .SetIfPresent("lifetimeSeconds", SnapshotJson.Optional(start.Limits.LifetimeSeconds))
            .SetIfPresent("parent", start.Parent?.ExecutionArn)
            .SetIfPresent("parentTask", SnapshotJson.Optional(start.Parent?.Task))
            .SetIfPresent("outermostName", start.OutermostName)
            .SetIfPresent("testCase", start.TestCase)
            .SetIfPresent("version", SnapshotJson.Optional(start.Version))
            .SetIfPresent("alias", start.Alias)
            .Set("input", start.Input);
    }

    public static ExecutionStart Read(JsonObject fact) => new()
    {
        ExecutionArn = Text(fact, "arn"),
        Name = Text(fact, "name"),
        StateMachineArn = Text(fact, "machineArn"),
        StateMachineName = Text(fact, "machineName"),
        RoleArn = Text(fact, "role"),
        Seed = Text(fact, "seed"),
        Rules = (int)SnapshotJson.Whole(fact["rules"]),
        Limits = new ExecutionLimits
        {
            PayloadBytes = (int)SnapshotJson.Whole(fact["payloadBytes"]),
            HistoryEvents = SnapshotJson.OptionalWhole(fact["historyEvents"]),
            LifetimeSeconds = SnapshotJson.OptionalWhole(fact["lifetimeSeconds"]),
        },
        Parent = SnapshotJson.Text(fact["parent"]) is { } parent ? new ParentTask(parent, SnapshotJson.Whole(fact["parentTask"])) : null,
        OutermostName = SnapshotJson.Text(fact["outermostName"]),
        TestCase = SnapshotJson.Text(fact["testCase"]),
        Version = (int?)SnapshotJson.OptionalWhole(fact["version"]),
        Alias = SnapshotJson.Text(fact["alias"]),
        Input = fact["input"] ?? throw new FormatException("expected a first fact with \"input\", found none"),
    };

    private static string Text(JsonObject fact, string name) =>
        SnapshotJson.Text(fact[name]) ?? throw new FormatException($"expected a first fact with a text \"{name}\", found {fact[name]?.ToString() ?? "none"}");
}
