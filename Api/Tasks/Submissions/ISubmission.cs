using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tasks.Submissions;

/// <summary>A body that becomes a task.</summary>
internal interface ISubmission
{
    /// <summary>What the task is to be about.</summary>
    TaskKind Kind { get; }

    /// <summary>What people are to call it.</summary>
    string? Title { get; }

    /// <summary>Whose it is to be.</summary>
    string? Owner { get; }

    /// <summary>How urgent it is.</summary>
    TaskPriority Priority { get; }

    /// <summary>When it should be done.</summary>
    DateTimeOffset? Due { get; }

    /// <summary>What its workflow is to be started with.</summary>
    JsonObject ToInput();
}
