namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>One of the things that an order-by compares, in the order of precedence.</summary>
internal sealed record SortTerm(Node Expression, bool IsDescending);
