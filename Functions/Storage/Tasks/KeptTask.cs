using Azure;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>A task as it is kept.</summary>
/// <param name="Task">The task.</param>
/// <param name="Indexed">How the index is to show it.</param>
/// <param name="Tag">What the table calls this state of it.</param>
internal sealed record KeptTask(TrackedTask Task, IndexedTask Indexed, ETag Tag);
