using System.ComponentModel;
using TaskOrchestration.StatesLanguage.Observing;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>The variables of the machine, of a branch or of an iteration.</summary>
[DisplayName("ScopeVariables")]
internal sealed record VariablesView
{
    /// <summary>The branches and iterations, the outermost first; none for the machine's own.</summary>
    public required IReadOnlyList<PlaceView> Scope { get; init; }

    /// <summary>The variables by name, each as JSON text.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public static VariablesView Of(ScopeVariables variables) => new() { Scope = PlaceView.Of(variables.Scope), Values = ExecutionTexts.Of(variables.Values) };
}
