using TaskOrchestration.Conformance.Tests.Corpora;

namespace TaskOrchestration.Conformance.Tests.Reports;

/// <summary>What is to be met of each corpus.</summary>
public static class Goals
{
    private static readonly string[] Services = ["none", "lambda", "activity", "states", "dynamodb", "sqs", "sns", "events", "s3"];
    private static readonly string[] SurePaths = ["aws-observed", "all-versions-agree"];
    private static readonly string[] SureRules = ["aws-observed", "spec", "linters-agree"];

    /// <summary>All goals, in the order of reports.</summary>
    public static IReadOnlyList<Goal> All { get; } =
    [
        new("aws", "that need no service, or functions only (tiers 1 and 2)", 0.99) { Covers = @case => @case.Body.Integer("tier") is 1 or 2 },
        new("aws", "conversations with the API (tier 3)", 0.95) { Covers = @case => @case.Body.Integer("tier") == 3 },
        new("aws", "of the service integrations that exist (tier 4)", 0.90) { Covers = @case => @case.Body.Integer("tier") == 4 && @case.Body.Texts("needs").All(IsThere) },
        new("jsonata", "of the version that AWS has", 1) { Covers = @case => @case.Body.Text("aws") == "applicable", TakesReasons = true },
        new("jsonata", "observed on AWS", 1) { Covers = @case => @case.Id.StartsWith("aws/", StringComparison.Ordinal), TakesReasons = true },
        new("jsonpath", "observed on AWS, or on which all versions of the reference agree", 1) { Covers = @case => SurePaths.Contains(@case.Body.Text("confidence")) },
        new("jsonpath", "on which the versions differ, as the one that AWS evaluates like (`aws_like`)", 0.98) { Covers = @case => !SurePaths.Contains(@case.Body.Text("confidence")) },
        new("jsonpath", "harvested from real workflows", 1) { Covers = @case => @case.Id.StartsWith("harvest/", StringComparison.Ordinal) },
        new("validation", "observed on AWS, in the specification, or on which all linters agree", 1) { Covers = @case => SureRules.Contains(@case.Body.Text("confidence")) },
        new("realworld", "are accepted, with their paths and expressions, or refused for a reason", 1) { TakesReasons = true },
        new("realworld-runs", "run to an end with mocked tasks", 0.90),
        new("interp", "that do not contradict AWS", 1) { TakesReasons = true },
    ];

    private static bool IsThere(string need) => Services.Contains(need.Split(':')[0]);
}
