namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

/// <summary>A Bicep or parameter file.</summary>
/// <param name="Path">Where it is, from the top folder of the templates, with forward slashes.</param>
/// <param name="Declarations">What it declares.</param>
internal sealed record BicepFile(string Path, IReadOnlyList<Declaration> Declarations)
{
    public IEnumerable<Declaration> Parameters => Of("param");

    public IEnumerable<Declaration> Variables => Of("var");

    public IEnumerable<Declaration> Resources => Of("resource");

    public IEnumerable<Declaration> Modules => Of("module");

    public IEnumerable<Declaration> Outputs => Of("output");

    /// <summary>Every expression in it.</summary>
    public IEnumerable<Expression> Expressions => Declarations.SelectMany(declaration => declaration.Value?.All ?? []);

    /// <summary>Reads a file.</summary>
    /// <exception cref="BicepSyntaxException">It is not written as Bicep is.</exception>
    public static BicepFile Parse(string path, string text) => new(path, Parser.Parse(text));

    /// <summary>What is declared under a symbol.</summary>
    public Declaration? Find(string name) => Declarations.FirstOrDefault(declaration => declaration.Name == name && declaration.Keyword != "output");

    /// <summary>The path of a file that this one names.</summary>
    public string Relative(string path)
    {
        var parts = new List<string>(Path.Split('/').SkipLast(1));
        foreach (var part in path.Split('/'))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }

    private IEnumerable<Declaration> Of(string keyword) => Declarations.Where(declaration => declaration.Keyword == keyword);
}
