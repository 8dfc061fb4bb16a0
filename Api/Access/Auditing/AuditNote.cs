namespace TaskOrchestration.Api.Access.Auditing;

/// <summary>What an endpoint tells the audit journal about the request it answers.</summary>
internal sealed class AuditNote
{
    /// <summary>What was touched.</summary>
    public string? Resource { get; set; }
}
