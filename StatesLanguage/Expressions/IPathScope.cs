using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions;

/// <summary>What paths are looked up in while a state runs.</summary>
public interface IPathScope
{
    /// <summary>What <c>$</c> stands for.</summary>
    Json Input { get; }

    /// <summary>What <c>$$</c> stands for: the context object.</summary>
    Json Context { get; }

    /// <summary>What <c>$name</c> stands for. The name comes without its dollar.</summary>
    bool TryGetVariable(string name, [NotNullWhen(true)] out Json? value);
}
