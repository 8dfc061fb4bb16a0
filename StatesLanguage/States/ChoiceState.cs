namespace TaskOrchestration.StatesLanguage.States;

/// <summary>A state that picks the next one by looking at data.</summary>
/// <seealso href="https://states-language.net/spec.html#choice-state">Choice State in the specification</seealso>
public sealed record ChoiceState : State
{
    /// <inheritdoc/>
    public override string Type => "Choice";

    /// <summary>The rules, tried in order; the first that holds decides.</summary>
    public required ValueList<ChoiceRule> Choices { get; init; }

    /// <summary>The state to go to when no rule holds, or null: then the execution fails with <c>States.NoChoiceMatched</c>.</summary>
    public string? Default { get; init; }
}
