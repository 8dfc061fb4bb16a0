namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>What follows a step: a predicate, or a binding of the index (then there is a variable and no predicate).</summary>
/// <param name="Predicate">The expression between the brackets.</param>
/// <param name="IndexVariable">The variable of <c>#$i</c> behind a predicate.</param>
/// <param name="Position">The offset behind the bracket.</param>
internal sealed record Stage(Node? Predicate, string? IndexVariable, int Position);
