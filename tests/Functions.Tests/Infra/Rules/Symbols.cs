using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>Every symbol, function, file and output that is used is there.</summary>
internal sealed class Symbols : ITemplateRule
{
    private static readonly HashSet<string> Functions =
    [
        "bool", "deployment", "empty", "guid", "items", "loadJsonContent", "loadTextContent", "map", "readEnvironmentVariable", "replace", "resourceGroup",
        "string", "subscription", "subscriptionResourceId", "take", "tenant", "toLower", "union", "uniqueString",
    ];

    public IEnumerable<Finding> Check(Templates templates) =>
        templates.Bicep.Concat(templates.ParameterFiles).SelectMany(file => Names(file).Concat(Calls(templates, file)).Concat(Outputs(templates, file)).Concat(Twice(file)));

    private static IEnumerable<Finding> Names(BicepFile file) => Scopes.Free(file)
        .Where(name => file.Find(name.Value) is null)
        .Select(name => new Finding(file.Path, name.Line, $"{name.Value} is declared nowhere"));

    private static IEnumerable<Finding> Twice(BicepFile file) => file.Declarations
        .Where(declaration => declaration.Keyword != "output")
        .GroupBy(declaration => declaration.Name)
        .Where(same => same.Count() > 1)
        .Select(same => new Finding(file.Path, same.Last().Line, $"{same.Key} is declared twice"));

    private static IEnumerable<Finding> Calls(Templates templates, BicepFile file)
    {
        foreach (var call in file.Expressions.OfType<Expression.Call>())
        {
            if (!Functions.Contains(call.Function))
            {
                yield return new Finding(file.Path, call.Line, $"the function {call.Function} is not known");
            }
            else if (call is { Function: "loadTextContent" or "loadJsonContent", Arguments: [Expression.Text { Value: { } path }, ..] } && !templates.Texts.ContainsKey(file.Relative(path)))
            {
                yield return new Finding(file.Path, call.Line, $"there is no file {path}");
            }
        }
    }

    private static IEnumerable<Finding> Outputs(Templates templates, BicepFile file)
    {
        foreach (var (module, output, line) in OutputUse.In(file))
        {
            if (file.Find(module) is { Keyword: "module" } declared && templates.TargetOf(file, declared) is { } target && target.Outputs.All(known => known.Name != output))
            {
                yield return new Finding(file.Path, line, $"{target.Path} has no output {output}");
            }
        }
    }
}
