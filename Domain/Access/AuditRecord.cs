namespace TaskOrchestration.Domain.Access;

/// <summary>An entry in its place in the audit journal.</summary>
/// <param name="Sequence">Its place, counted from 1 without gaps.</param>
/// <param name="Entry">What it says.</param>
/// <param name="Previous">The hash of the record before it; <see cref="AuditChain.Beginning"/> for the first.</param>
/// <param name="Hash">Its own hash, by <see cref="AuditChain.HashOf"/>.</param>
public sealed record AuditRecord(long Sequence, AuditEntry Entry, string Previous, string Hash);
