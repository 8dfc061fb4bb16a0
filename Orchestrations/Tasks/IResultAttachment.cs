using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Puts what a workflow has brought about among the attachments of its task, before the task is said to have succeeded.</summary>
internal interface IResultAttachment
{
    /// <summary>Attaches it, if this execution is one of those it is about. Repeating it adds no version.</summary>
    ValueTask AttachAsync(TrackedTask task, ExecutionDescription execution, CancellationToken cancellationToken);
}
