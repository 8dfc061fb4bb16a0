namespace TaskOrchestration.Api.Access.Auditing;

/// <summary>What an endpoint tells the audit journal about the request it answers.</summary>
internal sealed class AuditNote
{
    /// <summary>What was touched.</summary>
    public string? Resource { get; set; }

    /// <summary>Whether it is written down although the request only reads, as far as HTTP goes.</summary>
    public bool IsWorthNoting { get; set; }

    /// <summary>Whether it is not written down if it succeeded, because there turned out to be nothing to do.</summary>
    public bool IsIdle { get; set; }

    /// <summary>How it ended, where the status does not say so.</summary>
    public string? Outcome { get; set; }

    /// <summary>What was claimed by whoever is not known.</summary>
    public string? Claimed { get; set; }
}
