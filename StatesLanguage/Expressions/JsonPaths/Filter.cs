namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>The condition between <c>[?(</c> and <c>)]</c>.</summary>
internal abstract class Filter
{
    private Filter() { }

    /// <summary><c>@.a</c>, <c>!@.a</c>: a member is there and not null, or is not.</summary>
    public sealed class Exists(FilterPath path, bool expected) : Filter
    {
        public FilterPath Path { get; } = path;

        public bool Expected { get; } = expected;
    }

    /// <summary><c>@.a == 'b'</c> and its kin.</summary>
    public sealed class Comparison(FilterOperand left, FilterOperator @operator, FilterOperand right) : Filter
    {
        public FilterOperand Left { get; } = left;

        public FilterOperator Operator { get; } = @operator;

        public FilterOperand Right { get; } = right;
    }

    /// <summary>
    /// Conditions joined by <c>||</c> of conditions joined by <c>&amp;&amp;</c>. Parentheses do not group: <c>&amp;&amp;</c> binds tighter, always.
    /// </summary>
    public sealed class AnyOfAll(Filter[][] alternatives) : Filter
    {
        public Filter[][] Alternatives { get; } = alternatives;
    }

    /// <summary><c>[?]</c>: a place for a filter that nobody filled.</summary>
    public sealed class Unbound : Filter;
}
