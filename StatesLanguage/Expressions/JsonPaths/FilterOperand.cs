using System.Text.RegularExpressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>One side of a comparison in a filter.</summary>
internal abstract class FilterOperand
{
    private FilterOperand() { }

    /// <summary>A value that is looked up.</summary>
    public sealed class Reference(FilterPath path) : FilterOperand
    {
        public FilterPath Path { get; } = path;
    }

    /// <summary>Anything written out. It is a text even where it looks like a number or a literal; the comparison converts.</summary>
    public sealed class Literal(string text) : FilterOperand
    {
        public JsonString Text { get; } = JsonString.Of(text);
    }

    /// <summary><c>/…/</c> or <c>/…/i</c>.</summary>
    public sealed class Pattern(Regex regex) : FilterOperand
    {
        public Regex Regex { get; } = regex;
    }
}
