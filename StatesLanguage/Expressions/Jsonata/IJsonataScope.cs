using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata;

/// <summary>What an evaluation may see of the world: variables, the moment, chance, and its limits.</summary>
public interface IJsonataScope
{
    /// <summary>What <c>$now()</c> and <c>$millis()</c> say: one moment for the whole evaluation.</summary>
    DateTimeOffset Now { get; }

    /// <summary>How much the evaluation may take.</summary>
    JsonataLimits Limits { get; }

    /// <summary>Whether there is a variable of that name (without <c>$</c>); its value may be null, which is undefined. It hides a function of the library with that name.</summary>
    bool TryGetVariable(string name, out Json? value);

    /// <summary>The next random number, at least 0 and less than 1.</summary>
    double NextDouble();

    /// <summary>The next random UUID.</summary>
    Guid NextUuid();
}
