using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>The templates, and the other files beside them.</summary>
/// <param name="Texts">What each file says, by its path from the top folder of the templates.</param>
internal sealed record Templates(IReadOnlyDictionary<string, string> Texts)
{
    private readonly Dictionary<string, BicepFile> files = Texts
        .Where(file => file.Key.EndsWith(".bicep", StringComparison.Ordinal) || file.Key.EndsWith(".bicepparam", StringComparison.Ordinal))
        .ToDictionary(file => file.Key, file => BicepFile.Parse(file.Key, file.Value));

    public IEnumerable<BicepFile> Bicep => files.Values.Where(file => file.Path.EndsWith(".bicep", StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal);

    public IEnumerable<BicepFile> ParameterFiles => files.Values.Where(file => file.Path.EndsWith(".bicepparam", StringComparison.Ordinal));

    public IEnumerable<(BicepFile File, Declaration Resource)> Resources => Bicep.SelectMany(file => file.Resources.Select(resource => (file, resource)));

    public IEnumerable<(BicepFile File, Declaration Module)> Modules => Bicep.SelectMany(file => file.Modules.Select(module => (file, module)));

    /// <summary>Templates out of texts; the first is named main.bicep unless it says otherwise.</summary>
    public static Templates Of(params (string Path, string Text)[] files) => new(files.ToDictionary(file => file.Path, file => file.Text));

    /// <summary>Those in a folder.</summary>
    public static Templates In(string folder) => new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText));

    public BicepFile? Find(string path) => files.GetValueOrDefault(path);

    /// <summary>The template that a module is made of.</summary>
    public BicepFile? TargetOf(BicepFile file, Declaration module) => Find(file.Relative(module.Type));
}
