using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>Which symbols an expression uses that are none of its own.</summary>
internal static class Scopes
{
    /// <summary>The free symbols, each time it is used.</summary>
    public static IEnumerable<Expression.Name> Free(Expression expression) => expression switch
    {
        Expression.Name name => [name],
        Expression.Loop loop => Free(loop.Source).Concat(Free(loop.Body).Where(name => !loop.Variables.Contains(name.Value))),
        Expression.Lambda lambda => Free(lambda.Body).Where(name => !lambda.Variables.Contains(name.Value)),
        _ => expression.Parts.SelectMany(Free),
    };

    /// <summary>Those of everything that a file declares.</summary>
    public static IEnumerable<Expression.Name> Free(BicepFile file) => file.Declarations
        .SelectMany(declaration => declaration.Decorators.SelectMany(said => said.Arguments).Concat(declaration.Value is null ? [] : [declaration.Value]))
        .SelectMany(Free);
}
