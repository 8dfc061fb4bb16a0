using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>The values of a page, in any of the ways in which Parquet writes them.</summary>
/// <seealso href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Encodings</seealso>
internal static class PageValues
{
    /// <summary>Values one after the other, as they are in dictionaries, too.</summary>
    public static Json[] Plain(ColumnForm form, ref PageBytes bytes, int count)
    {
        var values = new Json[count];
        if (form.IsBoolean)
        {
            var bits = bytes.Take((count + 7) / 8);
            for (var i = 0; i < count; i++)
            {
                values[i] = Json.Of(Bits.At(bits, i, 1) == 1);
            }

            return values;
        }

        for (var i = 0; i < count; i++)
        {
            values[i] = form.Read(ref bytes);
        }

        return values;
    }

    /// <summary>Values in the way that a page says it has.</summary>
    /// <param name="encoding">Parquet's number of the way.</param>
    /// <param name="form">What values become.</param>
    /// <param name="bytes">The rest of the page.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="dictionary">What numbers stand for, where the column has a dictionary.</param>
    public static Json[] Read(int encoding, ColumnForm form, PageBytes bytes, int count, Json[]? dictionary) => encoding switch
    {
        _ when count == 0 => [],
        0 => Plain(form, ref bytes, count),
        2 or 8 => Looked(ref bytes, count, dictionary ?? throw ParquetItems.Damaged()),
        3 when form.IsBoolean => Truths(ref bytes, count),
        5 when form.IsWhole => [.. Differences.Whole(ref bytes, count).Select(form.OfWhole)],
        6 => [.. Differences.Texts(ref bytes, count, hasPrefixes: false).Select(text => form.OfBytes(text))],
        7 => [.. Differences.Texts(ref bytes, count, hasPrefixes: true).Select(text => form.OfBytes(text))],
        _ => throw new ItemReaderException($"Expected a Parquet file with an encoding from PLAIN to RLE_DICTIONARY, found the encoding {encoding}."),
    };

    private static Json[] Looked(ref PageBytes bytes, int count, Json[] dictionary)
    {
        var numbers = Runs.Read(ref bytes, bytes.Byte(), count);
        var values = new Json[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = (uint)numbers[i] < (uint)dictionary.Length ? dictionary[numbers[i]] : throw ParquetItems.Damaged();
        }

        return values;
    }

    private static Json[] Truths(ref PageBytes bytes, int count)
    {
        bytes.Take(4);
        return [.. Runs.Read(ref bytes, width: 1, count).Select(number => Json.Of(number == 1))];
    }
}
