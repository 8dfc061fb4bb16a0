using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions that call a function for the items of a list.</summary>
internal static class HigherOrder
{
    public static Json? Map(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments is not [JsonArray items, Function function, ..])
        {
            return null;
        }

        var results = new ListBuilder(evaluation);
        for (var i = 0; i < items.Count; i++)
        {
            results.Add(ForItem(evaluation, function, items, i));
        }

        return results.ToSequence();
    }

    public static Json? Filter(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments is not [JsonArray items, Function function, ..])
        {
            return null;
        }

        var results = new ListBuilder(evaluation);
        for (var i = 0; i < items.Count; i++)
        {
            if (Truth.Of(ForItem(evaluation, function, items, i)))
            {
                results.Add(items[i]);
            }
        }

        return results.ToSequence();
    }

    public static Json? Single(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonArray items)
        {
            return null;
        }

        Json? found = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (arguments[1] is Function function && !Truth.Of(ForItem(evaluation, function, items, i)))
            {
                continue;
            }

            found = found is null ? items[i] : throw new JsonataFailure("D3138") { Index = i };
        }

        return found ?? throw new JsonataFailure("D3139");
    }

    public static Json? Reduce(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonArray items)
        {
            return null;
        }

        if (arguments[1] is not Function { Arity: >= 2 and var arity } function)
        {
            throw new JsonataFailure("D3050") { Index = 1 };
        }

        var takesFirst = arguments[2] is null && items.Count > 0;
        var result = takesFirst ? items[0] : arguments[2];
        for (var i = takesFirst ? 1 : 0; i < items.Count; i++)
        {
            evaluation.Step();
            result = arity switch
            {
                2 => evaluation.Call(function, result, items[i]),
                3 => evaluation.Call(function, result, items[i], Json.Of((long)i)),
                _ => evaluation.Call(function, result, items[i], Json.Of((long)i), items),
            };
        }

        return result;
    }

    /// <summary>Calls a function with as many as it takes of a value, its key or index, and the whole that it is in.</summary>
    public static Json? For(Evaluation evaluation, Function function, Json value, Json key, Json whole)
    {
        evaluation.Step();
        return function.Arity switch
        {
            <= 1 => evaluation.Call(function, value),
            2 => evaluation.Call(function, value, key),
            _ => evaluation.Call(function, value, key, whole),
        };
    }

    private static Json? ForItem(Evaluation evaluation, Function function, JsonArray items, int index) =>
        For(evaluation, function, items[index], Json.Of((long)index), items);
}
