using System.Text.RegularExpressions;
using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>Nothing in the templates is a secret, or asks Azure for one.</summary>
internal sealed partial class Secrets : ITemplateRule
{
    public IEnumerable<Finding> Check(Templates templates)
    {
        foreach (var file in templates.Bicep.Concat(templates.ParameterFiles))
        {
            foreach (var expression in file.Expressions)
            {
                if (Wrong(expression) is { } message)
                {
                    yield return new Finding(file.Path, expression.Line, message);
                }
            }

            foreach (var parameter in file.Parameters.Where(parameter => SecretName().IsMatch(parameter.Name)))
            {
                yield return new Finding(file.Path, parameter.Line, $"the parameter {parameter.Name} would carry a secret through the deployment");
            }
        }
    }

    private static string? Wrong(Expression expression) => expression switch
    {
        Expression.Call { Function: var function } when function.StartsWith("list", StringComparison.Ordinal) => $"{function} asks for keys",
        Expression.Member { Property: var property } when KeyProperty().IsMatch(property) => $"{property} is a key",
        Expression.Literal { Value: var value } when SecretText().IsMatch(value) => "this looks like a secret",
        _ => null,
    };

    [GeneratedRegex("password|secret$|[a-z]Key$|sasToken", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex("^(primary|secondary)(Master|Readonly)?(Shared)?Key$|InstrumentationKey", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyProperty();

    [GeneratedRegex("AccountKey=|SharedAccess(Key|Signature)|Password=|[?&]sig=|[A-Za-z0-9+/]{42,}=|-----BEGIN", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretText();
}
