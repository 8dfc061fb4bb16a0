using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions;

/// <summary>An input, a context object and variables, each written as JSON.</summary>
internal sealed class Scope(string input = "{}", string context = "{}", string variables = "{}") : IPathScope
{
    private readonly JsonObject variables = (JsonObject)Json.Parse(variables);

    public Json Input { get; } = Json.Parse(input);

    public Json Context { get; } = Json.Parse(context);

    public bool TryGetVariable(string name, [NotNullWhen(true)] out Json? value) => variables.TryGet(name, out value);
}
