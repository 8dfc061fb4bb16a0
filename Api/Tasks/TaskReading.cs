using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Which task, and which version of it the caller has already.</summary>
internal sealed record TaskReading
{
    [StringLength(31, MinimumLength = 31), Spelled(TaskPath.IdPattern, TaskPath.IdWords), Description("The task's id.")]
    public required string Id { get; init; }

    [Header(Preconditions.IfNoneMatch), StringLength(1000, MinimumLength = 1), Description("ETags the caller has; 304 if the present one is among them.")]
    public string? IfNoneMatch { get; init; }
}
