using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>What is declared is used: parameters, variables, resources of others, outputs, templates.</summary>
/// <param name="main">The template that the others are modules of.</param>
/// <param name="readers">What reads the outputs of the main template: its scripts and its instructions.</param>
internal sealed class Usage(string main, string readers) : ITemplateRule
{
    public IEnumerable<Finding> Check(Templates templates) => templates.Bicep.SelectMany(file => Symbols(file).Concat(Outputs(templates, file)).Concat(File(templates, file)));

    private static IEnumerable<Finding> Symbols(BicepFile file)
    {
        var used = Scopes.Free(file).Select(name => name.Value).ToHashSet();
        return file.Parameters.Concat(file.Variables).Concat(file.Resources.Where(resource => resource.IsExisting))
            .Where(declaration => !used.Contains(declaration.Name))
            .Select(declaration => new Finding(file.Path, declaration.Line, $"{declaration.Keyword} {declaration.Name} is used nowhere"));
    }

    private IEnumerable<Finding> Outputs(Templates templates, BicepFile file)
    {
        var used = templates.Modules.Where(found => templates.TargetOf(found.File, found.Module) == file)
            .SelectMany(found => OutputUse.In(found.File).Where(use => use.Module == found.Module.Name).Select(use => use.Output))
            .ToHashSet();
        return file.Outputs
            .Where(output => file.Path == main ? !readers.Contains(output.Name, StringComparison.Ordinal) : !used.Contains(output.Name))
            .Select(output => new Finding(file.Path, output.Line, $"output {output.Name} is used nowhere"));
    }

    private IEnumerable<Finding> File(Templates templates, BicepFile file) =>
        file.Path == main || templates.Modules.Any(found => templates.TargetOf(found.File, found.Module) == file) ? [] : [new Finding(file.Path, 1, "no template uses this one")];
}
