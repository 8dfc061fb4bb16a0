namespace TaskOrchestration.EndToEnd.Tests.Clients.Calling;

/// <summary>The clients that the tests know, and whether the machine has them.</summary>
public static class ClientNames
{
    public const string Boto3 = "boto3";
    public const string AwsCli = "the AWS CLI";
    public const string JavaScript = "the JavaScript SDK";

    // Clients of before 2024 do not know all actions.
    private static readonly Lazy<bool> KnowingBoto3 = new(() => Tool.HasPython && Tells(Tool.Python, "-c", "import boto3; boto3.client('stepfunctions', region_name='us-east-1').validate_state_machine_definition").ExitCode == 0);
    private static readonly Lazy<bool> KnowingCli = new(() => Tool.HasAws && Tells(Tool.Aws, "stepfunctions", "validate-state-machine-definition").Errors.Contains("--definition", StringComparison.Ordinal));

    /// <summary>Why nothing can be tested with these clients; null if the machine has them.</summary>
    public static string? Obstacle(params IEnumerable<string> clients)
    {
        var missing = clients.Where(client => !IsThere(client)).ToArray();
        return missing.Length == 0 ? null : $"This machine lacks {string.Join(" and ", missing)} of 2024 or later (./test installs what it can).";
    }

    private static ToolOutcome Tells(Tool tool, params string[] arguments) => tool.RunAsync(arguments).GetAwaiter().GetResult();

    private static bool IsThere(string client) => client switch
    {
        Boto3 => KnowingBoto3.Value,
        AwsCli => KnowingCli.Value,
        JavaScript => Tool.HasNode && Directory.Exists(Tool.Script(Path.Combine("node_modules", "@aws-sdk", "client-sfn"))),
        _ => throw new ArgumentOutOfRangeException(nameof(client), client, "is no client"),
    };
}
