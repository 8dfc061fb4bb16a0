using System.ComponentModel;

namespace TaskOrchestration.Api.Access.Administration;

[DisplayName("AuditPage")]
[Description("Records of the audit journal, newest first.")]
internal sealed record AuditPage
{
    public required IReadOnlyList<AuditRecordView> Items { get; init; }

    [Description("The cursor of the next page; none on the last.")]
    public string? Next { get; init; }
}
