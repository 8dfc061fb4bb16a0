using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>The value of <c>ResultPath</c>: where in the state's input its result goes.</summary>
public abstract record ResultTarget
{
    private ResultTarget() { }

    /// <summary>The result takes the place of the input: the field is absent or <c>$</c>.</summary>
    public static readonly ResultTarget Replace = new ReplaceCase();

    /// <summary>The result is dropped and the input handed on: the field is <c>null</c>.</summary>
    public static readonly ResultTarget Discard = new DiscardCase();

    /// <summary>The result is put into the input at a reference path.</summary>
    public sealed record At(JsonPath Path) : ResultTarget;

    private sealed record ReplaceCase : ResultTarget;

    private sealed record DiscardCase : ResultTarget;
}
