using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What a JSONata expression of a state sees: <c>$states</c> and the variables, the moment of the fact, and chance from the execution's seed.</summary>
internal sealed class JsonataScope(EvaluationScope scope, Entropy entropy, Expression.Query query) : IJsonataScope
{
    /// <inheritdoc/>
    public DateTimeOffset Now => scope.Now;

    /// <inheritdoc/>
    public JsonataLimits Limits => JsonataLimits.Default;

    /// <inheritdoc/>
    public bool TryGetVariable(string name, out Json? value)
    {
        if (name == "states")
        {
            value = scope.States(withContext: query.ReadsContext);
            return true;
        }

        return scope.TryGetVariable(name, out value);
    }

    /// <inheritdoc/>
    public double NextDouble() => entropy.NextDouble();

    /// <inheritdoc/>
    public Guid NextUuid() => entropy.NextGuid();
}
