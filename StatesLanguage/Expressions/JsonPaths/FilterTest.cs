using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>Tests values against filters. <see cref="Problem"/> says why a test was broken.</summary>
internal sealed class FilterTest(Json root)
{
    /// <summary>Why the last broken test was.</summary>
    public PathMiss? Problem { get; private set; }

    /// <summary>Whether a value passes.</summary>
    public FilterVerdict Test(Filter filter, Json item) => filter switch
    {
        Filter.Exists exists => Test(exists, item),
        Filter.Comparison comparison => Test(comparison, item),
        Filter.AnyOfAll anyOfAll => Test(anyOfAll, item),
        Filter.Unbound => Broken(PathMissKind.UnboundFilter, "The filter [?] has no condition"),
        _ => throw new UnreachableException($"no test for the filter {filter.GetType()}"),
    };

    /// <summary>From right to left, as the service does; it shows where one part would break.</summary>
    private FilterVerdict Test(Filter.AnyOfAll filter, Json item)
    {
        for (var i = filter.Alternatives.Length - 1; i >= 0; i--)
        {
            var verdict = TestAll(filter.Alternatives[i], item);
            if (verdict != FilterVerdict.Fails)
            {
                return verdict;
            }
        }

        return FilterVerdict.Fails;
    }

    private FilterVerdict TestAll(Filter[] parts, Json item)
    {
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            var verdict = Test(parts[i], item);
            if (verdict != FilterVerdict.Passes)
            {
                return verdict;
            }
        }

        return FilterVerdict.Passes;
    }

    private FilterVerdict Test(Filter.Exists filter, Json item)
    {
        if (TryResolve(filter.Path, item, out var value))
        {
            return Verdict(value is JsonNull != filter.Expected);
        }

        return Problem is null ? Verdict(!filter.Expected) : FilterVerdict.Broken;
    }

    private FilterVerdict Test(Filter.Comparison filter, Json item)
    {
        Json? left = null;
        Json? right = null;
        if ((filter.Left is not FilterOperand.Pattern && !TryResolve(filter.Left, item, out left))
            || (filter.Right is not FilterOperand.Pattern && !TryResolve(filter.Right, item, out right)))
        {
            return Problem is null ? FilterVerdict.Fails : FilterVerdict.Broken;
        }

        if (filter.Operator == FilterOperator.Matches)
        {
            return Matches(filter, left, right);
        }

        return left is null || right is null ? FilterVerdict.Fails : Compare(filter.Operator, left, right);
    }

    private FilterVerdict Matches(Filter.Comparison filter, Json? left, Json? right)
    {
        var (pattern, target) = filter.Left is FilterOperand.Pattern p ? (p, right) : (filter.Right as FilterOperand.Pattern, left);
        if (pattern is null)
        {
            return Broken(PathMissKind.BadComparison, "A filter with =~ needs a pattern between slashes");
        }

        return Verdict(target is not (null or JsonNull) && pattern.Regex.IsMatch(JavaText.Of(target)));
    }

    private FilterVerdict Compare(FilterOperator comparison, Json left, Json right)
    {
        // Nothing is before or after null, although the text "null" is; equality has no such exception.
        if (comparison is not (FilterOperator.Equal or FilterOperator.NotEqual) && left is JsonNull != right is JsonNull)
        {
            return FilterVerdict.Fails;
        }

        var order = LooseComparison.Compare(right, left);
        return order switch
        {
            LooseOrder.NotANumber => Broken(PathMissKind.BadComparison, $"Expected a number to compare with {JavaText.Of(left)}, found '{JavaText.Of(right)}'"),
            LooseOrder.None => FilterVerdict.Fails,
            _ => Verdict(Holds(comparison, order)),
        };
    }

    /// <summary>Whether the comparison holds, given how the right-hand side relates to the left.</summary>
    private static bool Holds(FilterOperator comparison, LooseOrder rightToLeft) => comparison switch
    {
        FilterOperator.Equal => rightToLeft == LooseOrder.Equal,
        FilterOperator.NotEqual => rightToLeft != LooseOrder.Equal,
        FilterOperator.Greater => rightToLeft == LooseOrder.Less,
        FilterOperator.GreaterOrEqual => rightToLeft != LooseOrder.Greater,
        FilterOperator.Less => rightToLeft == LooseOrder.Greater,
        FilterOperator.LessOrEqual => rightToLeft != LooseOrder.Less,
        _ => throw new UnreachableException($"no rule for the operator {comparison}"),
    };

    private bool TryResolve(FilterOperand operand, Json item, [NotNullWhen(true)] out Json? value)
    {
        if (operand is FilterOperand.Reference reference)
        {
            return TryResolve(reference.Path, item, out value);
        }

        value = ((FilterOperand.Literal)operand).Text;
        return true;
    }

    /// <summary>Looks a path up. A miss that is more than something missing becomes the <see cref="Problem"/>.</summary>
    private bool TryResolve(FilterPath path, Json item, [NotNullWhen(true)] out Json? value)
    {
        var start = path.FromRoot ? root : item;
        if (path.Path.TryResolve(start, out value, out var kind))
        {
            return true;
        }

        if (kind is not (PathMissKind.NotFound or PathMissKind.OutOfBounds) && !path.Path.TryEvaluate(start, out _, out var miss))
        {
            Problem = miss;
        }

        return false;
    }

    private FilterVerdict Broken(PathMissKind kind, string message)
    {
        Problem = new PathMiss(kind, message);
        return FilterVerdict.Broken;
    }

    private static FilterVerdict Verdict(bool passes) => passes ? FilterVerdict.Passes : FilterVerdict.Fails;
}
