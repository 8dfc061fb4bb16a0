using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>A role is known by its name, given on one resource, to an identity of ours, and the template says what for.</summary>
internal sealed class Roles(IReadOnlyDictionary<string, string> namesById) : ITemplateRule
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments@";

    public IEnumerable<Finding> Check(Templates templates) => Ids(templates).Concat(
        templates.Resources
            .Where(found => found.Resource.Type.StartsWith(Assignment, StringComparison.Ordinal))
            .SelectMany(found => Wrong(templates, found.File, found.Resource).Select(message => new Finding(found.File.Path, found.Resource.Line, $"{found.Resource.Name}: {message}"))));

    /// <summary>An id stands only where a name is given to it, and the name is the role's.</summary>
    private IEnumerable<Finding> Ids(Templates templates)
    {
        foreach (var file in templates.Bicep)
        {
            var named = file.Variables.Select(variable => (variable.Name, variable.Value))
                .Concat(file.Expressions.OfType<Expression.Record>().SelectMany(record => record.Properties).Select(property => (Name: property.Name ?? "", Value: (Expression?)property.Value)))
                .Where(pair => IdIn(pair.Value) is not null)
                .ToList();
            foreach (var (name, value) in named)
            {
                if (!namesById.TryGetValue(IdIn(value)!, out var role))
                {
                    yield return new Finding(file.Path, value!.Line, $"nobody knows the role {IdIn(value)}");
                }
                else if (CamelCase(role) != name)
                {
                    yield return new Finding(file.Path, value!.Line, $"expected {role} to be called {CamelCase(role)}, found {name}");
                }
            }

            foreach (var stray in file.Expressions.OfType<Expression.Text>().Where(text => IdIn(text) is not null && named.All(pair => !ReferenceEquals(pair.Value, text))))
            {
                yield return new Finding(file.Path, stray.Line, "an id without a name");
            }
        }
    }

    private static IEnumerable<string> Wrong(Templates templates, BicepFile file, Declaration assignment)
    {
        var properties = assignment.Body?["properties"] as Expression.Record;
        if (assignment.Body?["scope"] is null)
        {
            yield return "it is given on the whole resource group";
        }

        if (assignment.Body?["name"] is not Expression.Call { Function: "guid", Arguments.Count: >= 3 })
        {
            yield return "expected its name to be the guid of resource, identity and role";
        }

        if ((properties?["principalType"] as Expression.Text)?.Value != "ServicePrincipal")
        {
            yield return "expected the principalType ServicePrincipal, without which a new identity may not be found yet";
        }

        if (properties?["roleDefinitionId"] is not Expression.Call { Function: "subscriptionResourceId", Arguments: [Expression.Text { Value: "Microsoft.Authorization/roleDefinitions" }, Expression.Name or Expression.Member] })
        {
            yield return "expected the role by its name";
        }

        if (!Says(templates.Texts[file.Path], assignment.Line))
        {
            yield return "expected a comment before it that says which call needs it";
        }
    }

    private static string? IdIn(Expression? expression) => expression is Expression.Text { Value: { } value } && Guid.TryParse(value, out _) ? value : null;

    private static string CamelCase(string role) => string.Concat(role.Split(' ').Select((word, i) => i == 0 ? word.ToLowerInvariant() : word));

    private static bool Says(string text, int line) => line > 1 && text.Split('\n')[line - 2].TrimStart().StartsWith("//", StringComparison.Ordinal);
}
