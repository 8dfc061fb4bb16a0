namespace TaskOrchestration.StatesLanguage.States;

/// <summary>A state that ends its graph with success.</summary>
/// <seealso href="https://states-language.net/spec.html#succeed-state">Succeed State in the specification</seealso>
public sealed record SucceedState : State
{
    /// <inheritdoc/>
    public override string Type => "Succeed";
}
