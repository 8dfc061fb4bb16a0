using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Api.Tasks.Records;

/// <summary>Which order or transaction, and which version of it the caller has already.</summary>
internal sealed record RecordReading
{
    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("Its id.")]
    public required string Id { get; init; }

    [Header(Preconditions.IfNoneMatch), StringLength(1000, MinimumLength = 1), Description("ETags the caller has; 304 if the present one is among them.")]
    public string? IfNoneMatch { get; init; }
}
