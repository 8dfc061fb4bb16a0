namespace TaskOrchestration.Domain.Access;

/// <summary>What came of checking the audit journal.</summary>
/// <param name="Records">How many records were read before the first that is wrong, if one is; otherwise all.</param>
/// <param name="Head">The place and the hash of the last good record; note it elsewhere to know later that nothing before it was changed.</param>
/// <param name="BrokenAt">The place of the first broken link; none if the chain holds.</param>
/// <param name="Reason">What is wrong there; empty if nothing is.</param>
public sealed record AuditVerification(long Records, AuditHead Head, long? BrokenAt, string Reason)
{
    /// <summary>Whether the chain holds.</summary>
    public bool Holds => BrokenAt is null;
}
