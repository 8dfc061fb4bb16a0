using System.IO.Compression;
using TaskOrchestration.Console.Tests.Stage;

namespace TaskOrchestration.Console.Tests.Exhibits;

/// <summary>What a browser has to load.</summary>
public sealed class Bundle
{
    private const long MostWithoutLayout = 900 * 1024;
    private const long MostOfLayout = 400 * 1024;

    [BrowserFact]
    public void All_scripts_and_styles_but_the_worker_that_lays_graphs_out_are_at_most_900_KB_gzipped()
    {
        ConsoleBuild.Ensure();

        AssertWeight(MostWithoutLayout, [.. Files().Where(file => !IsLayout(file))]);
    }

    [BrowserFact]
    public void The_worker_that_lays_graphs_out_is_at_most_400_KB_gzipped()
    {
        ConsoleBuild.Ensure();

        AssertWeight(MostOfLayout, [.. Files().Where(IsLayout)]);
    }

    [BrowserFact]
    public void The_first_page_loads_neither_the_editor_nor_the_graph_nor_its_layout()
    {
        ConsoleBuild.Ensure();
        var page = File.ReadAllText(Path.Combine(Ground.Console, "index.html"));

        Assert.DoesNotMatch("(?i)(codemirror|elk|xyflow|editor|graph)[^\"]*\\.js", page);
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Ground.Console, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".js" or ".css");

    private static bool IsLayout(string file) => Path.GetFileName(file).StartsWith("elk-worker", StringComparison.Ordinal);

    private static void AssertWeight(long most, IReadOnlyList<string> files)
    {
        var total = files.Sum(Gzipped);

        Assert.NotEmpty(files);
        Assert.True(total <= most, $"expected at most {most} bytes, found {total}; the largest: {string.Join(", ", files.OrderByDescending(Gzipped).Take(8).Select(file => $"{Path.GetFileName(file)} {Gzipped(file)}"))}");
    }

    private static long Gzipped(string file)
    {
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file));
        }

        return counted.Length;
    }
}
