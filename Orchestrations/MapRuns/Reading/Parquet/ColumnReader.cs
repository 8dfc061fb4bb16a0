using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>The entries of one column in one group of rows: a value, or how far the way to it goes, with the level at which it comes again.</summary>
internal sealed class ColumnReader
{
    /// <summary>As large as AWS lets a group of rows be.</summary>
    private const int LargestPage = 256 * 1024 * 1024;

    /// <summary>What a page whose header is damaged cannot make this ask for memory for.</summary>
    private const int MostEntries = 16 * 1024 * 1024;

    private readonly Column column;
    private readonly ColumnForm form;
    private readonly int codec;
    private readonly long entries;
    private readonly ReadOnlyMemory<byte> chunk;
    private Json[]? dictionary;
    private int position;
    private int[] repetitions = [];
    private int[] definitions = [];
    private Json[] values = [];
    private int entry;
    private int value;

    /// <summary>A reader at the beginning.</summary>
    /// <param name="column">The column.</param>
    /// <param name="codec">How its pages are compressed.</param>
    /// <param name="entries">How many entries there are.</param>
    /// <param name="chunk">Its pages.</param>
    public ColumnReader(Column column, int codec, long entries, ReadOnlyMemory<byte> chunk)
    {
        this.column = column;
        form = new ColumnForm(column);
        this.codec = codec;
        this.entries = Math.Min(entries, MostEntries);
        this.chunk = chunk;
    }

    /// <summary>How much of the way to the value of the next entry is there.</summary>
    public int Definition => IsAtEnd ? throw ParquetItems.Damaged() : definitions[entry];

    /// <summary>At which level the next entry comes again, 0 for a new row; -1 at the end.</summary>
    public int Repetition => IsAtEnd ? -1 : repetitions[entry];

    /// <summary>Takes the entry; null where there is no value.</summary>
    public Json? Take()
    {
        if (IsAtEnd)
        {
            throw ParquetItems.Damaged();
        }

        return definitions[entry++] == column.Definition ? values[value++] : null;
    }

    private bool IsAtEnd
    {
        get
        {
            while (entry == definitions.Length && position < chunk.Length)
            {
                ReadPage();
            }

            return entry == definitions.Length;
        }
    }

    private void ReadPage()
    {
        var bytes = new PageBytes(chunk.Span[position..]);
        var header = ThriftStruct.Read(ref bytes);
        var (plainLength, length) = (header.Number(2), header.Number(3));
        var start = chunk.Length - bytes.Left;
        if (length < 0 || length > bytes.Left || plainLength is < 0 or > LargestPage)
        {
            throw ParquetItems.Damaged();
        }

        var page = chunk.Slice(start, length);
        position = start + length;
        if (header.Struct(7) is { } ofDictionary)
        {
            var plain = new PageBytes(Codec.Decompress(codec, page, plainLength).Span);
            dictionary = PageValues.Plain(form, ref plain, Count(ofDictionary));
        }
        else if (header.Struct(5) is { } first)
        {
            ReadFirst(first, Codec.Decompress(codec, page, plainLength).Span);
        }
        else if (header.Struct(8) is { } second)
        {
            ReadSecond(second, page, plainLength);
        }
    }

    /// <summary>A page whose levels are compressed with its values.</summary>
    private void ReadFirst(ThriftStruct header, ReadOnlySpan<byte> page)
    {
        var bytes = new PageBytes(page);
        var count = Count(header);
        repetitions = Levels(ref bytes, column.Repetition, count);
        definitions = Levels(ref bytes, column.Definition, count);
        ReadValues(header.Number(2), bytes);
    }

    /// <summary>A page whose levels stand before what is compressed.</summary>
    private void ReadSecond(ThriftStruct header, ReadOnlyMemory<byte> page, int plainLength)
    {
        var count = Count(header);
        var (ofDefinitions, ofRepetitions) = (header.Number(5), header.Number(6));
        var levels = new PageBytes(page.Span);
        var repeated = new PageBytes(levels.Take(ofRepetitions));
        var defined = new PageBytes(levels.Take(ofDefinitions));
        repetitions = Runs.Read(ref repeated, Runs.WidthOf(column.Repetition), count);
        definitions = Runs.Read(ref defined, Runs.WidthOf(column.Definition), count);
        var rest = page[(ofRepetitions + ofDefinitions)..];
        var plain = header.Flag(7) == false ? rest : Codec.Decompress(codec, rest, Math.Max(0, plainLength - ofRepetitions - ofDefinitions));
        ReadValues(header.Number(4), new PageBytes(plain.Span));
    }

    private static int[] Levels(ref PageBytes bytes, int largest, int count)
    {
        if (largest == 0)
        {
            return new int[count];
        }

        var levels = new PageBytes(bytes.Take(bytes.Int32()));
        return Runs.Read(ref levels, Runs.WidthOf(largest), count);
    }

    private void ReadValues(int encoding, PageBytes bytes)
    {
        entry = 0;
        value = 0;
        values = PageValues.Read(encoding, form, bytes, definitions.AsSpan().Count(column.Definition), dictionary);
    }

    private int Count(ThriftStruct header) => header.Number(1) is >= 0 and var count && count <= entries ? count : throw ParquetItems.Damaged();
}
