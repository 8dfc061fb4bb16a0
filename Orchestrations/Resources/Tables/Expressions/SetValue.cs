using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>What SET gives a path.</summary>
internal abstract record SetValue
{
    private SetValue() { }

    /// <summary>What is at a path.</summary>
    public sealed record At(DocumentPath Path) : SetValue;

    /// <summary>A value that was given.</summary>
    public sealed record Given(Json Value) : SetValue;

    /// <summary>A sum or a difference.</summary>
    public sealed record Sum(SetValue Left, SetValue Right, bool IsDifference) : SetValue;

    /// <summary>What is at a path, or something else where nothing is.</summary>
    public sealed record IfNotExists(DocumentPath Path, SetValue Otherwise) : SetValue;

    /// <summary>Two lists, one after the other.</summary>
    public sealed record ListAppend(SetValue First, SetValue Second) : SetValue;
}
