using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>A JSONata expression in a field of a state.</summary>
/// <param name="Query">The expression.</param>
/// <param name="Place">The text that holds it.</param>
/// <param name="Known">What it may know of the state.</param>
internal readonly record struct PlacedQuery(JsonataExpression Query, Place Place, StatesKnowledge Known)
{
    /// <summary>The expressions in a template.</summary>
    public static IEnumerable<PlacedQuery> In(Expression? template, Place place, StatesKnowledge known = StatesKnowledge.Input) => template switch
    {
        Expression.Query query => [new PlacedQuery(query.Jsonata, place, known)],
        Expression.ObjectOf members => members.Fields.SelectMany(field => In(field.Value, place.Member(field.Name), known)),
        Expression.ListOf list => list.Items.SelectMany((item, i) => In(item, place.Item(i), known)),
        _ => [],
    };

    /// <summary>The expressions in the assignments of a state, a rule or a catcher.</summary>
    public static IEnumerable<PlacedQuery> In(ValueList<Assignment> assignments, Place owner, StatesKnowledge known = StatesKnowledge.Input)
    {
        var place = owner.Member("Assign");
        return assignments.SelectMany(assignment => In(assignment.Value, place.Member(assignment.Variable), known));
    }
}
