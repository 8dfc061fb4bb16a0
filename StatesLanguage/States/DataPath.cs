using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>The value of <c>InputPath</c> or <c>OutputPath</c>.</summary>
public abstract record DataPath
{
    private DataPath() { }

    /// <summary>The data as it is: the field is absent or <c>$</c>.</summary>
    public static readonly DataPath Whole = new WholeCase();

    /// <summary>The field is <c>null</c>: an empty object instead of the data.</summary>
    public static readonly DataPath Nothing = new NothingCase();

    /// <summary>What the path finds.</summary>
    public sealed record At(ValuePath Path) : DataPath;

    private sealed record WholeCase : DataPath;

    private sealed record NothingCase : DataPath;
}
