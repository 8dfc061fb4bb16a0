using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TaskOrchestration.Api.Access.Administration;

[DisplayName("KeyRotation")]
[Description("How a key is to get a new secret.")]
internal sealed record KeyRotation
{
    [Description("For how many seconds the secret it has stays good beside the new one; a day, if nothing is said.")]
    [Range(0, 2_592_000)]
    public int? GraceSeconds { get; init; }
}
