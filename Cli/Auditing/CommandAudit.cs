using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Cli.Auditing;

/// <summary>What the audit journal is told of things done on the command line, where no request has come in.</summary>
internal static class CommandAudit
{
    /// <summary>The entry: who is the user of this machine whose process it is.</summary>
    public static AuditEntry Entry(string action, string resource, DateTimeOffset time, string outcome = "ok") => new()
    {
        Time = time,
        Who = Environment.UserName,
        Credential = "cli",
        Action = action,
        Resource = resource,
        Agent = "taskorch",
        Outcome = outcome,
    };
}
