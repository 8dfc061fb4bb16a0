using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>A compiled path into a JSON value, such as <c>$.order.lines[0].sku</c>.</summary>
/// <remarks>
/// The dialect is that of Jayway JsonPath up to 2.0.0, which is what Step Functions evaluates: an index below zero is out of bounds, a
/// slice takes no step, only single quotes make a text, and a filter knows ==, !=, &lt;, &lt;=, &gt;, &gt;= and =~ joined by &amp;&amp; and ||.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html">Paths in Step Functions</seealso>
public sealed class JsonPath : IEquatable<JsonPath>
{
    private readonly PathStep[] steps;

    /// <summary>The same steps where all are single names and single indexes, which is the common case; null for any other.</summary>
    private readonly PlainPath? plain;

    private JsonPath(string text, PathStep[] steps)
    {
        Text = text;
        this.steps = steps;
        plain = PlainPath.From(steps);
        IsDefinite = plain is not null || Array.TrueForAll(steps, s => s.IsDefinite);
        IsReferencePath = plain is not null && ReferencePathSyntax.Allows(text);
    }

    /// <summary>The path <c>$</c>: the whole value.</summary>
    public static JsonPath Root { get; } = new("$", []);

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether the path leads to one value at most. If not, it always gives a list.</summary>
    public bool IsDefinite { get; }

    /// <summary>Whether the path is <c>$</c> alone.</summary>
    public bool IsRoot => steps.Length == 0;

    /// <summary>Whether the path may say where to write: names and indexes from 0 on, nothing that could mean several places.</summary>
    /// <seealso href="https://states-language.net/spec.html#ref-paths">Reference Paths in the specification</seealso>
    public bool IsReferencePath { get; }

    /// <summary>Compiles a path.</summary>
    /// <exception cref="JsonPathSyntaxException">The text is not a path; the message says what was expected, what was found and where.</exception>
    public static JsonPath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text == "$" ? Root : new JsonPath(text, PathReader.Read(text, depth: 0));
    }

    /// <summary>Compiles a path, or says why the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonPath? path, [NotNullWhen(false)] out string? error)
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
    public bool TryEvaluate(Json root, [NotNullWhen(true)] out Json? value)
    {
        ArgumentNullException.ThrowIfNull(root);
        value = null;
        return root is not JsonNull && TryResolve(root, out value, out _);
    }

    /// <summary>
    /// Looks the path up: a definite path gives its one value, any other a list of all it leads to (maybe empty). <c>null</c> has nothing
    /// to be looked up in it, not even <c>$</c>.
    /// </summary>
    public bool TryEvaluate(Json root, [NotNullWhen(true)] out Json? value, [NotNullWhen(false)] out PathMiss? miss)
    {
        ArgumentNullException.ThrowIfNull(root);
        miss = null;
        if (root is JsonNull)
        {
            value = null;
            miss = new PathMiss(PathMissKind.NullRoot, "root can not be null");
            return false;
        }

        if (plain is not null && plain.TryFollow(root, out value, out _))
        {
            return true;
        }

        miss = Walk(root, out value);
        return value is not null;
    }

    /// <summary>
    /// Puts a value where the path says and gives the changed whole. Missing objects on the way are made. It fails where the way leads
    /// through anything but an object, or to an item an array does not have.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is no reference path.</exception>
    public bool TrySet(Json root, Json value, [NotNullWhen(true)] out Json? result, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(value);
        if (!IsReferencePath)
        {
            throw new InvalidOperationException($"expected a reference path to write to, found '{Text}'");
        }

        result = plain!.Put(root, value);
        error = result is null ? $"Unable to apply step \"{plain.StepThatFails(root)}\" to input {root}" : null;
        return result is not null;
    }

    /// <inheritdoc/>
    public bool Equals(JsonPath? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonPath);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The path as it was written.</summary>
    public override string ToString() => Text;

    internal static JsonPath FromSteps(string text, PathStep[] steps) => new(text, steps);

    /// <summary>Looks the path up without a message; <c>null</c> is a value to start from like any other.</summary>
    internal bool TryResolve(Json root, [NotNullWhen(true)] out Json? value, out PathMissKind kind)
    {
        if (plain is not null)
        {
            return plain.TryFollow(root, out value, out kind);
        }

        kind = Walk(root, out value)?.Kind ?? default;
        return value is not null;
    }

    private PathMiss? Walk(Json root, out Json? value)
    {
        value = null;
        var miss = PathWalk.Collect(steps, root, out var found);
        if (miss is not null)
        {
            return miss;
        }

        if (!IsDefinite)
        {
            value = JsonArray.Owning([.. found]);
            return null;
        }

        if (found.Count == 0)
        {
            return new PathMiss(PathMissKind.NotFound, $"No results for path: ${string.Concat<PathStep>(steps)}");
        }

        value = found[^1];
        return null;
    }
}
