using System.ComponentModel;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Administration;

[DisplayName("AuditRecord")]
[Description("What one call was and how it ended.")]
internal sealed record AuditRecordView
{
    [Description("Its place in the journal.")]
    public required long Sequence { get; init; }

    public required DateTimeOffset Time { get; init; }

    [Description("The caller's name; empty if nobody knows it.")]
    public required string Who { get; init; }

    [Description("What the caller showed: a key's id, oidc, anonymous, cli.")]
    public required string Credential { get; init; }

    public required string Action { get; init; }

    public required string Resource { get; init; }

    public required string Address { get; init; }

    public required string Agent { get; init; }

    public required string RequestId { get; init; }

    [Description("The HTTP status; 0 for what did not come over HTTP.")]
    public required int Status { get; init; }

    [Description("ok, or the code of the error.")]
    public required string Outcome { get; init; }

    [Description("The hash of the record before.")]
    public required string Previous { get; init; }

    public required string Hash { get; init; }

    public static AuditRecordView Of(AuditRecord record) => new()
    {
        Sequence = record.Sequence,
        Time = record.Entry.Time,
        Who = record.Entry.Who,
        Credential = record.Entry.Credential,
        Action = record.Entry.Action,
        Resource = record.Entry.Resource,
        Address = record.Entry.Address,
        Agent = record.Entry.Agent,
        RequestId = record.Entry.RequestId,
        Status = record.Entry.Status,
        Outcome = record.Entry.Outcome,
        Previous = record.Previous,
        Hash = record.Hash,
    };
}
