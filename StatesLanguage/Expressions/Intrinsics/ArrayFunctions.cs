using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>The functions about arrays.</summary>
internal static class ArrayFunctions
{
    private const int MaxRange = 1000;

    public static IntrinsicOutcome Partition(IntrinsicArguments arguments)
    {
        if (!arguments.TryGetArray(0, out var array) || !arguments.TryGetWhole(1, out var size))
        {
            return arguments.Problem;
        }

        return size < 1
            ? IntrinsicOutcome.Failed($"Expected a size of at least 1 as argument 2, found {size}")
            : JsonArray.Of(array.Chunk(size).Select(JsonArray.Owning));
    }

    public static IntrinsicOutcome Contains(IntrinsicArguments arguments) =>
        arguments.TryGetArray(0, out var array) ? Json.Of(array.AsSpan().Contains(arguments[1])) : arguments.Problem;

    public static IntrinsicOutcome Range(IntrinsicArguments arguments)
    {
        if (!arguments.TryGetWhole(0, out var first) || !arguments.TryGetWhole(1, out var last) || !arguments.TryGetWhole(2, out var step))
        {
            return arguments.Problem;
        }

        if (step == 0)
        {
            return IntrinsicOutcome.Failed("Expected a step other than 0 as argument 3, found 0");
        }

        var distance = (long)last - first;
        var leadsAway = distance != 0 && distance > 0 != step > 0;
        var count = leadsAway ? 0 : (distance / step) + 1;
        if (count > MaxRange)
        {
            return IntrinsicOutcome.Failed($"Expected a range of at most {MaxRange} items, found {count}");
        }

        var items = new Json[count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = JsonNumber.Of(first + ((long)i * step));
        }

        return JsonArray.Owning(items);
    }

    public static IntrinsicOutcome GetItem(IntrinsicArguments arguments)
    {
        if (!arguments.TryGetArray(0, out var array) || !arguments.TryGetWhole(1, out var index))
        {
            return arguments.Problem;
        }

        return (uint)index < (uint)array.Count
            ? array[index]
            : IntrinsicOutcome.Failed($"Expected an index into an array of {array.Count} items as argument 2, found {index}");
    }

    public static IntrinsicOutcome Length(IntrinsicArguments arguments) =>
        arguments.TryGetArray(0, out var array) ? Json.Of(array.Count) : arguments.Problem;

    public static IntrinsicOutcome Unique(IntrinsicArguments arguments) =>
        arguments.TryGetArray(0, out var array) ? JsonArray.Of(array.Distinct()) : arguments.Problem;
}
