using System.Text.RegularExpressions;
using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>No output shows what opens something: outputs stay readable in the history of deployments.</summary>
internal sealed partial class OutputSecrets : ITemplateRule
{
    public IEnumerable<Finding> Check(Templates templates)
    {
        foreach (var file in templates.Bicep)
        {
            var hidden = file.Parameters.Where(parameter => parameter.Decorators.Any(said => said.Function == "secure")).Select(parameter => parameter.Name).ToHashSet();
            foreach (var output in file.Outputs.Where(output => output.Value!.All.Any(expression => IsSecret(expression, hidden)) || Telling().IsMatch(output.Name)))
            {
                yield return new Finding(file.Path, output.Line, $"output {output.Name} shows a secret");
            }
        }
    }

    private static bool IsSecret(Expression expression, HashSet<string> hidden) => expression switch
    {
        Expression.Call { Function: var function } => function.StartsWith("list", StringComparison.Ordinal),
        Expression.Name { Value: var name } => hidden.Contains(name),
        Expression.Member { Property: var property } => Telling().IsMatch(property),
        _ => false,
    };

    [GeneratedRegex("connectionString|password|secret|[a-z]Key$|^key|token$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Telling();
}
