namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>Reads paths: <c>a.b[0].#name</c>.</summary>
internal static class PathReader
{
    /// <summary>Reads one.</summary>
    public static DocumentPath Read(ExpressionTokens tokens, Placeholders placeholders)
    {
        var steps = new List<PathStep> { ReadName(tokens, placeholders) };
        while (true)
        {
            if (tokens.TryTake("."))
            {
                steps.Add(ReadName(tokens, placeholders));
            }
            else if (tokens.TryTake("["))
            {
                steps.Add(int.TryParse(tokens.Next, out var index) ? new PathStep(Name: null, index) : throw tokens.Unexpected());
                tokens.Take();
                tokens.Expect("]");
            }
            else
            {
                return new DocumentPath([.. steps]);
            }
        }
    }

    /// <summary>Reads several, with commas in between, to the end.</summary>
    public static IReadOnlyList<DocumentPath> ReadList(ExpressionTokens tokens, Placeholders placeholders)
    {
        var paths = new List<DocumentPath>();
        do
        {
            paths.Add(Read(tokens, placeholders));
        }
        while (tokens.TryTake(","));
        return tokens.Next is null ? paths : throw tokens.Unexpected();
    }

    private static PathStep ReadName(ExpressionTokens tokens, Placeholders placeholders)
    {
        if (tokens.Next is not { } name || !(name[0] == '#' || char.IsAsciiLetter(name[0])))
        {
            throw tokens.Unexpected();
        }

        tokens.Take();
        return new PathStep(name[0] == '#' ? placeholders.NameOf(name, tokens.Expression) : name);
    }
}
