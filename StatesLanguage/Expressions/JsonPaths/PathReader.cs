namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>Reads the text of a path, step by step.</summary>
/// <remarks>
/// Lenient where the service is: a dot before a bracket is allowed (<c>$.[0]</c>), a name may follow a bracket at once (<c>[0]name</c>), a
/// text without <c>$</c> is a path below the root, and nearly any character may stand in a name. A space outside brackets may not.
/// </remarks>
internal sealed class PathReader
{
    /// <summary>More steps than any value is deep; a longer path is refused rather than walked.</summary>
    private const int MaxSteps = 1000;

    private readonly string path;
    private readonly int added;
    private readonly int depth;
    private readonly List<PathStep> steps = [];
    private int at;

    private PathReader(string path, int added, int depth)
    {
        this.path = path;
        this.added = added;
        this.depth = depth;
    }

    /// <summary>Reads a path. <paramref name="depth"/> counts the filters around it.</summary>
    /// <exception cref="JsonPathSyntaxException">The text is not a path.</exception>
    public static PathStep[] Read(string text, int depth)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            throw new JsonPathSyntaxException("expected a path such as '$.name', found an empty text", 1);
        }

        return trimmed[0] is '$' or '@'
            ? new PathReader(trimmed, 0, depth).Read()
            : new PathReader("$." + trimmed, 2, depth).Read();
    }

    private PathStep[] Read()
    {
        if (path.EndsWith("..", StringComparison.Ordinal))
        {
            throw Unexpected(path.Length, "expected a step after '..', found the end of the path");
        }

        if (path.Length > 1 && path[1] is not ('.' or '['))
        {
            throw Unexpected(1, $"expected '.' or '[' after '{path[0]}', found '{path[1]}'");
        }

        at = 1;
        while (at < path.Length)
        {
            ReadStep();
            if (steps.Count > MaxSteps)
            {
                throw Unexpected(at, $"expected at most {MaxSteps} steps, found more");
            }
        }

        return [.. steps];
    }

    private void ReadStep()
    {
        switch (path[at])
        {
            case ' ':
                throw Unexpected(at, "expected a step, found a space: outside brackets a path has none");
            case '$':
                at++;
                steps.Add(new PathStep.Root());
                break;
            case '*':
                at++;
                steps.Add(new PathStep.Wildcard());
                break;
            case '[':
                ReadBrackets();
                break;
            case '.':
                at++;
                ReadAfterDot();
                break;
            default:
                ReadName();
                break;
        }
    }

    private void ReadAfterDot()
    {
        if (at == path.Length)
        {
            throw Unexpected(at, "expected a name after '.', found the end of the path");
        }

        if (path[at] == '.')
        {
            at++;
            steps.Add(new PathStep.Scan());
        }
        else if (path[at] is not ('[' or ' '))
        {
            ReadName();
        }
    }

    private void ReadName()
    {
        var start = at;
        var length = path.AsSpan(start).IndexOfAny('.', '[', ' ');
        at = length < 0 ? path.Length : start + length;
        var name = path[start..at];
        steps.Add(name == "*" ? new PathStep.Wildcard() : BracketReader.Name(name));
    }

    private void ReadBrackets()
    {
        var start = at;
        at = FindClose(start);
        var fragment = path[start..at];
        steps.Add(BracketReader.Read(fragment, depth, (offset, message) => Unexpected(start + offset, message)));
    }

    /// <summary>Behind the bracket that closes the one at <paramref name="open"/>. Quotes do not hide brackets; a path may end before it closes.</summary>
    private int FindClose(int open)
    {
        var nested = 0;
        for (var i = open + 1; i < path.Length; i++)
        {
            if (path[i] == '[')
            {
                nested++;
            }
            else if (path[i] == ']' && nested-- == 0)
            {
                return i + 1;
            }
        }

        return path.Length;
    }

    private JsonPathSyntaxException Unexpected(int index, string message)
    {
        var position = Math.Max(1, index + 1 - added);
        return new JsonPathSyntaxException($"{message} at position {position} of '{path[added..]}'", position);
    }
}
