namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>A resource is of a known type, at the version that is known of it.</summary>
internal sealed class ResourceTypes(IReadOnlyDictionary<string, string> versions) : ITemplateRule
{
    public IEnumerable<Finding> Check(Templates templates)
    {
        foreach (var (file, resource) in templates.Resources)
        {
            var (type, version) = Split(resource.Type);
            if (!versions.TryGetValue(type, out var known))
            {
                yield return new Finding(file.Path, resource.Line, $"the type {type} is not known");
            }
            else if (known != version)
            {
                yield return new Finding(file.Path, resource.Line, $"expected {type} at version {known}, found {version}");
            }
        }
    }

    private static (string Type, string Version) Split(string text) => text.Split('@', 2) is [var type, var version] ? (type, version) : (text, "none");
}
