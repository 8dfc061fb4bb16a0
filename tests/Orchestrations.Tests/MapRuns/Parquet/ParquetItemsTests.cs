using System.Runtime.CompilerServices;
using TaskOrchestration.Orchestrations.MapRuns.Reading;
using TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

namespace TaskOrchestration.Orchestrations.Tests.MapRuns.Parquet;

/// <summary>What is read out of the files beside this one, which apache-arrow has written with parquet-wasm, and hyparquet-writer those of differences.</summary>
public sealed class ParquetItemsTests
{
    private const long MostMemory = 16 * 1024 * 1024;

    [Theory]
    [InlineData("plain.parquet")]
    [InlineData("snappy-dictionary.parquet")]
    [InlineData("gzip-second-pages.parquet")]
    [InlineData("brotli-dictionary-second-pages.parquet")]
    [InlineData("zstd.parquet")]
    public async Task Reads_rows_of_every_kind_of_column(string file) => Assert.Equal(
        [
            """{"i":1,"l":1,"d":1.5,"f":0.1,"b":true,"s":"a","day":"2026-01-31","t":"2026-01-31T08:30:00.2505Z","y":"AQL/","xs":[1,2],"nn":[[1],[2,3]],"o":{"p":1,"q":"x"}}""",
            """{"i":null,"l":2,"d":null,"f":2,"b":false,"s":"ä€","day":"1969-12-31","t":"1970-01-01T00:00:00Z","y":null,"xs":[],"nn":[null,[]],"o":{"p":null,"q":"y"}}""",
            """{"i":-3,"l":9007199254740993,"d":-0.25,"f":3,"b":null,"s":null,"day":null,"t":null,"y":"","xs":null,"nn":[[4,null]],"o":null}""",
        ],
        await RowsAsync(Bytes(file)));

    [Fact]
    public async Task Reads_many_pages_and_groups_of_rows()
    {
        var rows = await RowsAsync(Bytes("many-rows.parquet"));

        Assert.Equal(
            Enumerable.Range(0, 5_000).Select(row =>
                $$"""{"n":{{row}},"s":{{(row % 7 == 0 ? "null" : $"\"v{row % 100}\"")}},"u":"user-{{row:D6}}","xs":[{{string.Join(',', Enumerable.Range(0, row % 4))}}]}"""),
            rows);
    }

    [Fact]
    public async Task Reads_no_group_of_rows_before_it_is_asked_for_its_rows()
    {
        var file = Bytes("many-rows.parquet");
        var description = file.Length - 8 - BitConverter.ToInt32(file, file.Length - 8);
        file.AsSpan((description / 2)..description).Clear();
        using var stream = new MemoryStream(file, writable: false);

        var first = await ParquetItems.ReadAsync(stream, CancellationToken.None).Take(2_000).CountAsync();

        Assert.Equal(2_000, first);
        await Assert.ThrowsAsync<ItemReaderException>(() => RowsAsync(file));
    }

    [Fact]
    public async Task Reads_values_that_are_written_by_their_differences()
    {
        Assert.Equal(Enumerable.Range(0, 1_000).Select(row => $$"""{"v":{{(row * row) - (500 * row)}}}"""), await RowsAsync(Bytes("differences-of-numbers.parquet")));
        Assert.Equal(Enumerable.Range(0, 1_000).Select(row => $$"""{"v":"prefix-{{row}}"}"""), await RowsAsync(Bytes("differences-of-texts.parquet")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PAR1")]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("PAR1\u0001\u0000\u0000\u0000PAR1")]
    public async Task Says_of_another_file_that_it_is_none(string file) => Assert.Equal(
        "Expected a Parquet file, found one that is damaged or none.",
        (await Assert.ThrowsAsync<ItemReaderException>(() => RowsAsync([.. file.Select(character => (byte)character)]))).Message);

    [Fact]
    public async Task Says_of_a_file_that_is_cut_off_that_it_is_damaged()
    {
        var whole = Bytes("differences-of-texts.parquet");
        for (var length = 0; length < whole.Length; length++)
        {
            await Assert.ThrowsAsync<ItemReaderException>(() => RowsAsync(whole[..length]));
        }
    }

    /// <summary>Wherever a byte is wrong, there are rows or a reason, and no more memory is asked for than such small files warrant.</summary>
    [Theory]
    [InlineData("plain.parquet")]
    [InlineData("snappy-dictionary.parquet")]
    [InlineData("brotli-dictionary-second-pages.parquet")]
    [InlineData("zstd.parquet")]
    [InlineData("differences-of-numbers.parquet")]
    [InlineData("differences-of-texts.parquet")]
    public async Task Bears_any_damage(string file)
    {
        var whole = Bytes(file);
        var refused = 0;
        var most = 0L;
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= (byte)(1 << (at % 8));
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                await RowsAsync(damaged);
            }
            catch (ItemReaderException)
            {
                refused++;
            }

            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(refused, 1, whole.Length);
        Assert.InRange(most, 1, MostMemory);
    }

    private static async Task<List<string>> RowsAsync(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        return await ParquetItems.ReadAsync(stream, CancellationToken.None).Select(item => item.Input.ToString()).ToListAsync();
    }

    private static byte[] Bytes(string name, [CallerFilePath] string here = "") => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, name));
}
