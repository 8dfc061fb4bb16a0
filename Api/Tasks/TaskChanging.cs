using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Which task, and which version of it is meant.</summary>
internal sealed record TaskChanging
{
    [StringLength(31, MinimumLength = 31), Spelled(TaskPath.IdPattern, TaskPath.IdWords), Description("The task's id.")]
    public required string Id { get; init; }

    [Header(Preconditions.IfMatch), StringLength(1000, MinimumLength = 1), Description("The ETag of the version that is meant, or *; 428 without it, 412 if the task has been changed since.")]
    public string? IfMatch { get; init; }
}
