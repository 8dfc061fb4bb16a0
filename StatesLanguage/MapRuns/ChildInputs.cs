using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>
/// Makes the inputs of a Map Run's children out of its items: what the ItemSelector makes of each, put together in batches. Give it the items one
/// by one and in order; it holds no more of them than go into one batch.
/// </summary>
/// <remarks>The same items give the same inputs, so that a run which begins anew after a crash finds the children it has begun.</remarks>
public sealed class ChildInputs
{
    private readonly MapRunRequest request;
    private readonly Expression? selector;
    private readonly int mostBytes;
    private readonly List<Json> batch = [];
    private readonly long emptyBatchBytes;
    private long batchBytes;
    private long nextItem;
    private long nextChild;

    /// <summary>Begins with the first item.</summary>
    /// <param name="request">What the Map wants done.</param>
    /// <param name="map">The Map itself.</param>
    /// <param name="limits">What the children may use up.</param>
    public ChildInputs(MapRunRequest request, MapState map, ExecutionLimits limits)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(limits);
        this.request = request;
        selector = map.ItemSelector;
        mostBytes = limits.PayloadBytes;
        emptyBatchBytes = Batched([]).Utf8Length;
        batchBytes = emptyBatchBytes;
    }

    /// <summary>Takes the next item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="ready">The child whose input is whole now, or null as long as its batch has room.</param>
    /// <param name="failure">Why the Map Run fails: the item cannot be turned into an input, or its input is over the limit.</param>
    public bool TryAdd(MapItem item, out ChildInput? ready, [NotNullWhen(false)] out Failure? failure)
    {
        ready = null;
        var number = nextItem++;
        if (!TrySelect(number, item, out var selected, out failure))
        {
            return false;
        }

        if (request.Batching is { } batching)
        {
            return TryBatch(batching, number, selected, ref ready, out failure);
        }

        failure = TooLarge(number, selected.Utf8Length, mostBytes);
        ready = failure is null ? new ChildInput(nextChild++, selected, ItemCount: 1) : null;
        return failure is null;
    }

    /// <summary>The last child, which has a batch that is not full; null if there is none. Once all items have been given.</summary>
    public ChildInput? Rest() => batch.Count == 0 ? null : Close();

    private bool TrySelect(long number, MapItem item, [NotNullWhen(true)] out Json? selected, [NotNullWhen(false)] out Failure? failure)
    {
        if (selector is null)
        {
            selected = item.Input;
            failure = null;
            return true;
        }

        var context = request.Context.With("Map", item.Context(number));
        if (Evaluation.TryEvaluate(selector, "ItemSelector", new EvaluationScope(request.Input, context, request.Variables), Entropy(number), out selected, out failure))
        {
            return true;
        }

        // The Map Run fails with it, in which no event tells of the place.
        failure = failure with { Site = null };
        return false;
    }

    private bool TryBatch(ItemBatching batching, long number, Json selected, ref ChildInput? ready, out Failure? failure)
    {
        var limit = Math.Min(batching.MaxInputBytes ?? mostBytes, mostBytes);
        failure = TooLarge(number, emptyBatchBytes + selected.Utf8Length, limit);
        if (failure is not null)
        {
            return false;
        }

        var added = selected.Utf8Length + (batch.Count == 0 ? 0 : 1);
        if (batchBytes + added > limit)
        {
            ready = Close();
            added = selected.Utf8Length;
        }

        batch.Add(selected);
        batchBytes += added;
        if (ready is null && batch.Count >= (batching.MaxItems ?? long.MaxValue))
        {
            ready = Close();
        }

        return true;
    }

    private ChildInput Close()
    {
        var child = new ChildInput(nextChild++, Batched(batch), batch.Count);
        batch.Clear();
        batchBytes = emptyBatchBytes;
        return child;
    }

    private JsonObject Batched(IEnumerable<Json> items) => new JsonObjectBuilder()
        .SetIfPresent("BatchInput", request.Batching?.BatchInput)
        .Set("Items", JsonArray.Of(items))
        .Build();

    /// <summary>Every item draws from a source of its own, so that what one draws does not hang on those before it.</summary>
    private Entropy Entropy(long number) =>
        new(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.MapRunArn} item {number}"))));

    private static Failure? TooLarge(long number, long bytes, long limit) => bytes <= limit
        ? null
        : new Failure(Failure.DataLimitExceeded, $"The input of a child execution may have {limit} bytes, but with the item {number} it has {bytes}.");
}
