using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions;

/// <summary>A path as a field holds it: <c>$.a</c> into the input, <c>$$.Execution.Id</c> into the context object, <c>$total.sum</c> into a variable.</summary>
public sealed record ValuePath
{
    private ValuePath(string text, PathRoot root, string? variable, JsonPath path)
    {
        Text = text;
        Root = root;
        Variable = variable;
        Path = path;
    }

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>Where it starts.</summary>
    public PathRoot Root { get; }

    /// <summary>The name of the variable, without its dollar, where it starts at one.</summary>
    public string? Variable { get; }

    /// <summary>The way from there, written as if it started at <c>$</c>.</summary>
    public JsonPath Path { get; }

    /// <inheritdoc cref="JsonPath.IsDefinite"/>
    public bool IsDefinite => Path.IsDefinite;

    /// <summary>Reads a path.</summary>
    /// <exception cref="JsonPathSyntaxException">The text is not a path; the message says what was expected, what was found and where.</exception>
    public static ValuePath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith('$'))
        {
            throw new JsonPathSyntaxException($"expected a path that starts with '$', found '{text}'", 1);
        }

        if (text.StartsWith("$$", StringComparison.Ordinal))
        {
            return new ValuePath(text, PathRoot.Context, null, JsonPath.Parse(text[1..]));
        }

        var name = text.Substring(1, VariableName.LengthAt(text, 1));
        return name.Length == 0
            ? new ValuePath(text, PathRoot.Input, null, JsonPath.Parse(text))
            : new ValuePath(text, PathRoot.Variable, name, JsonPath.Parse("$" + text[(1 + name.Length)..]));
    }

    /// <summary>Reads a path, or says why the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ValuePath? path, [NotNullWhen(false)] out string? error)
    {
        try
        {
            path = Parse(text);
            error = null;
            return true;
        }
        catch (JsonPathSyntaxException e)
        {
            path = null;
            error = e.Message;
            return false;
        }
    }

    /// <summary>Looks the path up, for callers who only ask whether it is there.</summary>
    public bool TryEvaluate(IPathScope scope, [NotNullWhen(true)] out Json? value)
    {
        value = null;
        return TryGetRoot(scope, out var root) && (IsWholeVariable ? (value = root) is not null : Path.TryEvaluate(root, out value));
    }

    /// <summary>Looks the path up, or says why there is nothing.</summary>
    public bool TryEvaluate(IPathScope scope, [NotNullWhen(true)] out Json? value, [NotNullWhen(false)] out PathMiss? miss)
    {
        if (!TryGetRoot(scope, out value))
        {
            miss = new PathMiss(PathMissKind.NotFound, $"The variable '${Variable}' has no value");
            return false;
        }

        miss = null;
        return IsWholeVariable || Path.TryEvaluate(value, out value, out miss);
    }

    /// <summary>What the path is looked up in. Only a variable may have no value.</summary>
    public bool TryGetRoot(IPathScope scope, [NotNullWhen(true)] out Json? root)
    {
        ArgumentNullException.ThrowIfNull(scope);
        root = null;
        return Root switch
        {
            PathRoot.Input => (root = scope.Input) is not null,
            PathRoot.Context => (root = scope.Context) is not null,
            PathRoot.Variable => scope.TryGetVariable(Variable!, out root),
            _ => throw new UnreachableException($"no value for the root {Root}"),
        };
    }

    /// <summary>The path as it was written.</summary>
    public override string ToString() => Text;

    /// <summary>A variable may be null, and is then found.</summary>
    private bool IsWholeVariable => Root == PathRoot.Variable && Path.IsRoot;
}
