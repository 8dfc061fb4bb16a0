using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>A module is there, and is given what it asks for and nothing else.</summary>
internal sealed class ModuleParameters : ITemplateRule
{
    public IEnumerable<Finding> Check(Templates templates) => templates.Modules.SelectMany(found => templates.TargetOf(found.File, found.Module) is { } target
        ? Check(found.File, found.Module, target)
        : [new Finding(found.File.Path, found.Module.Line, $"there is no file {found.Module.Type}")]);

    private static IEnumerable<Finding> Check(BicepFile file, Declaration module, BicepFile target)
    {
        var given = (module.Body?["params"] as Expression.Record)?.Properties ?? [];
        foreach (var unknown in given.Where(parameter => target.Parameters.All(known => known.Name != parameter.Name)))
        {
            yield return new Finding(file.Path, unknown.Value.Line, $"{target.Path} has no parameter {unknown.Name}");
        }

        foreach (var missing in target.Parameters.Where(parameter => parameter.Value is null && given.All(known => known.Name != parameter.Name)))
        {
            yield return new Finding(file.Path, module.Line, $"{target.Path} asks for {missing.Name}");
        }

        foreach (var parameter in given)
        {
            if (target.Parameters.FirstOrDefault(known => known.Name == parameter.Name) is { } declared && ValueKind.Wrong(declared, parameter.Value) is { } message)
            {
                yield return new Finding(file.Path, parameter.Value.Line, message);
            }
        }
    }
}
