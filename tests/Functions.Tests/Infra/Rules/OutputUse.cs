using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>Where a file uses an output of a module.</summary>
internal sealed record OutputUse(string Module, string Output, int Line)
{
    public static IEnumerable<OutputUse> In(BicepFile file) => file.Expressions.OfType<Expression.Member>()
        .Where(member => member.Owner is Expression.Member { Property: "outputs", Owner: Expression.Name })
        .Select(member => new OutputUse(((Expression.Name)((Expression.Member)member.Owner).Owner).Value, member.Property, member.Line));
}
