using System.ComponentModel;

namespace TaskOrchestration.Api.Access.Administration;

[DisplayName("AuditVerification")]
[Description("Whether every record of the audit journal is as it was written.")]
internal sealed record VerificationView
{
    public required bool Holds { get; init; }

    [Description("How many records are good, from the first on.")]
    public required long Records { get; init; }

    [Description("The place and the hash of the last good record; note it elsewhere to know later that nothing before it was changed.")]
    public required string Head { get; init; }

    [Description("The place of the first broken link.")]
    public long? BrokenAt { get; init; }

    [Description("What is wrong there.")]
    public string? Reason { get; init; }
}
