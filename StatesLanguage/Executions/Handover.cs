using System.Globalization;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What a JSONata state, one of its rules or one of its catchers says of the way out.</summary>
/// <param name="Assign">The variables to set.</param>
/// <param name="Output">What is handed on, or null.</param>
/// <param name="Place">Where in the state that stands, as the beginning of a location: empty, or <c>Catch[0]/</c>.</param>
internal readonly record struct Handover(ValueList<Assignment> Assign, Expression? Output, string Place)
{
    public static Handover Of(State state) => new(state.Assign, state.Output, "");

    public static Handover Of(ChoiceRule rule, int index) => new(rule.Assign, rule.Output, string.Create(CultureInfo.InvariantCulture, $"Choices[{index}]/"));

    public static Handover Of(Catcher catcher, int index) => new(catcher.Assign, catcher.Output, string.Create(CultureInfo.InvariantCulture, $"Catch[{index}]/"));
}
