using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>One thing that an update does.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">Update expressions</seealso>
internal abstract record UpdateAction(DocumentPath Path)
{
    /// <summary>Gives a path a value.</summary>
    public sealed record Set(DocumentPath Path, SetValue Value) : UpdateAction(Path);

    /// <summary>Takes away what is at a path.</summary>
    public sealed record Remove(DocumentPath Path) : UpdateAction(Path);

    /// <summary>Adds to a number or to a set.</summary>
    public sealed record Add(DocumentPath Path, Json Value) : UpdateAction(Path);

    /// <summary>Takes elements out of a set.</summary>
    public sealed record Delete(DocumentPath Path, Json Value) : UpdateAction(Path);
}
