using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Cli.Validation;

/// <summary>A file that holds a definition, read and parsed.</summary>
/// <param name="Machine">The machine, or null if there are errors.</param>
/// <param name="Problems">All that is wrong with it, in the order of the text.</param>
public sealed record DefinitionFile(StateMachine? Machine, IReadOnlyList<FileProblem> Problems)
{
    /// <summary>Reads and parses the file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<DefinitionFile> ReadAsync(FileInfo file, string nameToShow, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (Directory.Exists(file.FullName))
        {
            throw new IOException("expected a file, found a folder");
        }

        if (!file.Exists)
        {
            throw new IOException($"there is no file {file.FullName}");
        }

        var text = await File.ReadAllTextAsync(file.FullName, cancellationToken);
        var parsed = DefinitionParser.Parse(text);
        var position = Positions(text);
        return new DefinitionFile(parsed.Machine, [.. parsed.Problems.Select(problem => new FileProblem(nameToShow, position(problem), problem))]);
    }

    private static Func<Problem, SourcePosition> Positions(string text)
    {
        try
        {
            var map = SourceMap.Of(text);
            return map.Find;
        }
        catch (JsonSyntaxException e)
        {
            var position = new SourcePosition((int)e.Line, (int)e.Column);
            return _ => position;
        }
    }
}
