using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>A parameter file gives its template every parameter that has no default, and no others.</summary>
internal sealed class ParameterFiles : ITemplateRule
{
    public IEnumerable<Finding> Check(Templates templates) => templates.ParameterFiles.SelectMany(file => Check(templates, file));

    private static IEnumerable<Finding> Check(Templates templates, BicepFile file)
    {
        var named = file.Declarations.FirstOrDefault(declaration => declaration.Keyword == "using");
        if (named is null || templates.Find(file.Relative(named.Type)) is not { } template)
        {
            yield return new Finding(file.Path, named?.Line ?? 1, $"there is no template {named?.Type}");
            yield break;
        }

        foreach (var missing in template.Parameters.Where(parameter => parameter.Value is null && file.Parameters.All(given => given.Name != parameter.Name)))
        {
            yield return new Finding(file.Path, named.Line, $"{missing.Name} is missing");
        }

        foreach (var given in file.Parameters)
        {
            var declared = template.Parameters.FirstOrDefault(parameter => parameter.Name == given.Name);
            if ((declared is null ? $"{template.Path} has no parameter {given.Name}" : ValueKind.Wrong(declared, given.Value!)) is { } message)
            {
                yield return new Finding(file.Path, given.Line, message);
            }
        }
    }
}
