namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>A grouping: for every key the value of all items that have it.</summary>
internal sealed record Grouping(IReadOnlyList<KeyValuePair<Node, Node>> Members, int Position);
