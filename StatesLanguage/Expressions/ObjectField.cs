namespace TaskOrchestration.StatesLanguage.Expressions;

/// <summary>One member of a payload template.</summary>
public sealed record ObjectField(string Name, Expression Value);
