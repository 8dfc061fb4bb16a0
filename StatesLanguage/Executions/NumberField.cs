using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>A field that holds a number, or says how to find it.</summary>
/// <param name="Expression">What is in the field, or null where it is absent.</param>
/// <param name="Name">The field's name where the number stands in it; where a path does, the name ends in <c>Path</c>.</param>
/// <param name="Place">The fields it is in, each with a slash after it.</param>
/// <param name="Least">The least number JSONata may come to.</param>
internal readonly record struct NumberField(Expression? Expression, string Name, string Place = "", long Least = 0);
