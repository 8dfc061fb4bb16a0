using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>What a condition compares.</summary>
internal abstract record Operand
{
    private Operand() { }

    /// <summary>What is at a path.</summary>
    public sealed record At(DocumentPath Path) : Operand;

    /// <summary>A value that was given.</summary>
    public sealed record Given(Json Value) : Operand;

    /// <summary>How large something is: characters, bytes, elements.</summary>
    public sealed record SizeOf(Operand Of) : Operand;
}
