using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What only a DISTRIBUTED Map has, worked out.</summary>
/// <param name="Source">Where the items come from.</param>
/// <param name="Batching">How they are put together, or null.</param>
/// <param name="Writing">Where the results go, or null.</param>
/// <param name="Mistake">Why the Map Run fails as soon as it has begun, or null.</param>
internal sealed record DistributionValues(ItemSource Source, ItemBatching? Batching, ResultWriting? Writing, Failure? Mistake)
{
    /// <summary>The most items AWS reads. A larger number asks for no more than that.</summary>
    private const long MostItems = 100_000_000;

    public static bool TryFind(
        Execution execution,
        Strand strand,
        Distribution distribution,
        Json input,
        Json items,
        [NotNullWhen(true)] out DistributionValues? values,
        [NotNullWhen(false)] out Failure? failure)
    {
        values = null;
        Failure? mistake = null;
        if (!TrySource(execution, strand, distribution.ItemReader, input, items, out var source, ref mistake, out failure)
            || !TryBatching(execution, strand, distribution.ItemBatcher, input, out var batching, out failure)
            || !TryWriting(execution, strand, distribution.ResultWriter, input, out var writing, out failure))
        {
            return false;
        }

        values = new DistributionValues(source, batching, writing, mistake);
        return true;
    }

    private static bool TrySource(
        Execution execution,
        Strand strand,
        ItemReader? reader,
        Json input,
        Json items,
        [NotNullWhen(true)] out ItemSource? source,
        ref Failure? mistake,
        [NotNullWhen(false)] out Failure? failure)
    {
        source = null;
        failure = null;
        if (reader is null)
        {
            source = ItemSource.Of(items);
            return true;
        }

        if (!MapNumbers.TryWhole(execution, strand, new(reader.MaxItems, "MaxItems", "ItemReader/ReaderConfig/"), input, out var most, out failure)
            || !TryArguments(execution, strand, reader.Arguments, "ItemReader", input, out var arguments, out failure))
        {
            return false;
        }

        if (most < 0)
        {
            mistake = MapRunFailure.OfReader("field MaxItems must be positive");
        }

        source = new ItemSource.Read(reader.Resource, arguments, reader.Config ?? new ReaderConfig(), most is > 0 and <= MostItems ? most : null);
        return true;
    }

    private static bool TryBatching(
        Execution execution, Strand strand, ItemBatcher? batcher, Json input, out ItemBatching? batching, [NotNullWhen(false)] out Failure? failure)
    {
        batching = null;
        failure = null;
        if (batcher is null)
        {
            return true;
        }

        if (!TryPositive(execution, strand, new(batcher.MaxItemsPerBatch, "MaxItemsPerBatch", "ItemBatcher/", 1), input, out var items, out failure)
            || !TryPositive(execution, strand, new(batcher.MaxInputBytesPerBatch, "MaxInputBytesPerBatch", "ItemBatcher/", 1), input, out var bytes, out failure))
        {
            return false;
        }

        Json? common = null;
        if (batcher.BatchInput is not null && !DataFlow.TryTemplate(execution, strand, batcher.BatchInput, "ItemBatcher/BatchInput", input, out common, out failure))
        {
            return false;
        }

        batching = new ItemBatching(items, bytes, common);
        return true;
    }

    private static bool TryWriting(
        Execution execution, Strand strand, ResultWriter? writer, Json input, out ResultWriting? writing, [NotNullWhen(false)] out Failure? failure)
    {
        writing = null;
        failure = null;
        if (writer is null)
        {
            return true;
        }

        if (!TryArguments(execution, strand, writer.Arguments, "ResultWriter", input, out var arguments, out failure))
        {
            return false;
        }

        writing = new ResultWriting(writer.Resource, arguments, writer.Config ?? new WriterConfig());
        return true;
    }

    private static bool TryArguments(
        Execution execution, Strand strand, Expression? template, string field, Json input, [NotNullWhen(true)] out JsonObject? arguments, [NotNullWhen(false)] out Failure? failure)
    {
        arguments = JsonObject.Empty;
        failure = null;
        if (template is null)
        {
            return true;
        }

        var place = strand.State.QueryLanguage == QueryLanguage.Jsonata ? $"{field}/Arguments" : $"{field}/Parameters";
        if (!DataFlow.TryTemplate(execution, strand, template, place, input, out var value, out failure))
        {
            return false;
        }

        arguments = value as JsonObject;
        failure = arguments is not null ? null
            : template is Expression.Query query ? QueryFailure.Within(place, QueryFailure.UnexpectedType(query, "object", value))
            : new Failure(Failure.Runtime, $"The field '{place}' must be an object but was: {value}");
        return failure is null;
    }

    private static bool TryPositive(Execution execution, Strand strand, NumberField field, Json input, out long? number, [NotNullWhen(false)] out Failure? failure)
    {
        if (!MapNumbers.TryWhole(execution, strand, field, input, out number, out failure))
        {
            return false;
        }

        failure = number <= 0 ? new Failure(Failure.Runtime, $"{field.Name} must be positive.") : null;
        return failure is null;
    }
}
