namespace TaskOrchestration.Conformance.Tests;

/// <summary>What was asked for on the command line.</summary>
public sealed record Options
{
    /// <summary>How to call the program.</summary>
    public const string Usage =
        """
        usage: conformance [--corpus DIR] [--json FILE] [--only CORPUS] [--list-unmet] [--explain ID] [--print-docs] [--write-met] [--write-docs]

          --corpus DIR   the corpora (default: shared/corpus beside the repository, else the project's own small set)
          --json FILE    write {corpus: {category: {met, total, unmet}}}
          --only CORPUS  one of aws, jsonpath, validation, realworld, realworld-runs, interp, jsonata
          --list-unmet   a line for each case that is not met: its id and the first difference
          --explain ID   all differences of the case of that id, or of the cases whose id ends so
          --print-docs   print the page of coverage instead of the tables: each goal, each category, each case that is not met with its reason
          --write-met    refresh the lists of met cases
          --write-docs   refresh docs/spec-coverage.md
        """;

    /// <summary>The folder of the corpora, or null for the usual place.</summary>
    public string? Corpus { get; init; }

    /// <summary>Where to write the scores for programs, or null.</summary>
    public string? JsonFile { get; init; }

    /// <summary>The only corpus to run, or null for all.</summary>
    public string? Only { get; init; }

    /// <summary>The case to explain, or null.</summary>
    public string? Explain { get; init; }

    /// <summary>Whether to list what is not met.</summary>
    public bool ListUnmet { get; init; }

    /// <summary>Whether to print the page of coverage.</summary>
    public bool PrintDocs { get; init; }

    /// <summary>Whether to refresh the lists of met cases.</summary>
    public bool WriteMet { get; init; }

    /// <summary>Whether to refresh the page of coverage.</summary>
    public bool WriteDocs { get; init; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="WrongCallException">An argument is unknown or lacks its value.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--corpus" => options with { Corpus = Path.GetFullPath(ValueOf(arguments, ref i)) },
                "--json" => options with { JsonFile = ValueOf(arguments, ref i) },
                "--only" => options with { Only = ValueOf(arguments, ref i) },
                "--explain" => options with { Explain = ValueOf(arguments, ref i) },
                "--list-unmet" => options with { ListUnmet = true },
                "--print-docs" => options with { PrintDocs = true },
                "--write-met" => options with { WriteMet = true },
                "--write-docs" => options with { WriteDocs = true },
                var unknown => throw new WrongCallException($"unknown argument '{unknown}'"),
            };
        }

        return options;
    }

    private static string ValueOf(IReadOnlyList<string> arguments, ref int at) =>
        ++at < arguments.Count ? arguments[at] : throw new WrongCallException($"'{arguments[at - 1]}' needs a value");
}
