namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>A regular expression with JavaScript's meaning, on UTF-16 code units as without the flag <c>u</c>.</summary>
/// <remarks>
/// .NET's own would need a clock to be bounded, and what a clock decides comes out differently when an execution is derived again. Here a match is bounded
/// by a number of steps, which is the same on every machine.
/// </remarks>
internal sealed class Pattern
{
    private readonly Instruction[] program;
    private readonly int registers;
    private readonly int groups;
    private readonly CharacterSet? first;

    private Pattern(string source, Instruction[] program, int registers, int groups, CharacterSet? first)
    {
        Source = source;
        this.program = program;
        this.registers = registers;
        this.groups = groups;
        this.first = first;
    }

    /// <summary>The text between the slashes.</summary>
    public string Source { get; }

    /// <summary>Reads a regular expression; <paramref name="ignoreCase"/> and <paramref name="multiline"/> are the flags <c>i</c> and <c>m</c>.</summary>
    /// <exception cref="PatternSyntaxException">It is not one.</exception>
    public static Pattern Parse(string source, bool ignoreCase = false, bool multiline = false)
    {
        var (root, groups) = PatternReader.Read(source, ignoreCase);
        var (program, registers) = PatternCompiler.Compile(root, groups, ignoreCase, multiline);
        return new Pattern(source, program, registers, groups, FirstCharacter(program));
    }

    /// <summary>The first match that starts at <paramref name="from"/> or after it, or null.</summary>
    /// <param name="text">What is searched.</param>
    /// <param name="from">Where the search begins; a look behind sees what is before.</param>
    /// <param name="steps">How many steps the search may take; what it took is taken off.</param>
    /// <exception cref="PatternLimitException">The steps are used up.</exception>
    public PatternMatch? Match(string text, int from, ref long steps)
    {
        var run = new PatternRun(program, text, registers, steps);
        try
        {
            for (var start = Next(text, from); start <= text.Length; start = Next(text, start + 1))
            {
                if (run.MatchesAt(start))
                {
                    return Found(text, run);
                }

                if (program[1].Operation == Operation.TextStart)
                {
                    return null;
                }
            }

            return null;
        }
        finally
        {
            steps = run.StepsLeft;
        }
    }

    /// <summary>The set that every match starts with a character of, where that is plain to see.</summary>
    private static CharacterSet? FirstCharacter(Instruction[] program)
    {
        var at = 1;
        while (program[at].Operation == Operation.Note)
        {
            at++;
        }

        return program[at] switch
        {
            { Operation: Operation.One } one => one.Set,
            { Operation: Operation.Many or Operation.Few, X: > 0 } run => run.Set,
            _ => null,
        };
    }

    private int Next(string text, int from)
    {
        if (first is null)
        {
            return from;
        }

        if (first.Only is { } only)
        {
            var found = from < text.Length ? text.IndexOf(only, from) : -1;
            return found < 0 ? text.Length + 1 : found;
        }

        while (from < text.Length && !first.Contains(text[from]))
        {
            from++;
        }

        return from < text.Length ? from : text.Length + 1;
    }

    private PatternMatch Found(string text, PatternRun run)
    {
        var captured = groups == 0 ? [] : new string?[groups];
        for (var group = 1; group <= groups; group++)
        {
            captured[group - 1] = run.Captured(group) is var (start, end) ? text[start..end] : null;
        }

        var (from, to) = run.Captured(0)!.Value;
        return new PatternMatch(from, text[from..to], captured);
    }
}
