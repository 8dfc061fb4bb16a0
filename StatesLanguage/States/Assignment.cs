using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>One variable of an <c>Assign</c> field and the value it gets.</summary>
public sealed record Assignment(string Variable, Expression Value);
