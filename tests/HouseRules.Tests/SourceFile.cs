using System.Text.RegularExpressions;
using TaskOrchestration.Support;

namespace TaskOrchestration.HouseRules.Tests;

/// <summary>A C# file of the repository.</summary>
/// <param name="Path">Where it is, from the top of the repository.</param>
/// <param name="Text">What it says.</param>
public sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Every one of them.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Repository.Files()
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => new SourceFile(file, File.ReadAllText(Repository.PathOf(file)))),
    ];

    /// <summary>The names of the types declared at its top level. Sources are formatted, so those begin in the first column.</summary>
    public IReadOnlyList<string> TopLevelTypes => [.. TopLevelType().Matches(Text).Select(match => match.Groups["name"].Value)];

    /// <summary>The namespace it declares, or null for a file of top-level statements or attributes.</summary>
    public string? Namespace => NamespaceDeclaration().Match(Text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Whether its names are those of other packages, which it stands in for.</summary>
    public bool HasForeignNames => Path.StartsWith("eng/offline/", StringComparison.Ordinal);

    /// <summary>The namespace that its folder asks for.</summary>
    public string NamespaceOfFolder
    {
        get
        {
            var folders = System.IO.Path.GetDirectoryName(Path)!.Split('/');
            var project = folders[0] is "tests" or "eng" ? folders[1..] : folders;
            return string.Join('.', ["TaskOrchestration", .. project]);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Path;

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|abstract|static|readonly|partial|unsafe|ref)\s+)*(?:class|interface|enum|struct|record(?:\s+(?:struct|class))?|delegate\s+\S+)\s+(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamespaceDeclaration();
}
