namespace TaskOrchestration.EndToEnd.Tests.Clients.Calling;

/// <summary>The clients that the tests know, and whether the machine has them.</summary>
public static class ClientNames
{
    public const string Boto3 = "boto3";
    public const string AwsCli = "the AWS CLI";
    public const string JavaScript = "the JavaScript SDK";

    /// <summary>Why nothing can be tested with these clients; null if the machine has them.</summary>
    public static string? Obstacle(params IEnumerable<string> clients)
    {
        var missing = clients.Where(client => !IsThere(client)).ToArray();
        return missing.Length == 0 ? null : $"This machine has no {string.Join(" and no ", missing)} (./test installs it where it can).";
    }

    private static bool IsThere(string client) => client switch
    {
        Boto3 => Tool.HasPython,
        AwsCli => Tool.HasAws,
        JavaScript => Tool.HasNode && Directory.Exists(Tool.Script(Path.Combine("node_modules", "@aws-sdk", "client-sfn"))),
        _ => throw new ArgumentOutOfRangeException(nameof(client), client, "is no client"),
    };
}
