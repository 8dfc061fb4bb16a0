using TaskOrchestration.Orchestrations.MapRuns.Reading;
using TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

namespace TaskOrchestration.Orchestrations.Tests.MapRuns.Parquet;

public sealed class CodecTests
{
    [Theory]
    [InlineData(3, "LZO")]
    [InlineData(7, "LZ4_RAW")]
    [InlineData(99, "99")]
    [InlineData(-1, "-1")]
    public void Says_by_what_pages_cannot_be_compressed(int codec, string found) => Assert.Equal(
        $"Expected a Parquet file that is not compressed, or by SNAPPY, GZIP, BROTLI or ZSTD, found {found}.",
        Assert.Throws<ItemReaderException>(() => Codec.Decompress(codec, new byte[4], 4)).Message);
}
