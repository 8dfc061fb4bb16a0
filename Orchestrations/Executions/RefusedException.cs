using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>A request about machines or executions was turned down. Nothing was changed.</summary>
public sealed class RefusedException(Refusal refusal, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>The ARN of the resource that it is about, where the answer names it apart from the message.</summary>
    public string? ResourceName { get; init; }

    /// <summary>What is wrong with the definition, where that is the reason.</summary>
    public ValueList<Problem> Problems { get; init; } = [];
}
