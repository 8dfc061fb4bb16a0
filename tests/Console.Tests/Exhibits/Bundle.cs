using System.IO.Compression;
using TaskOrchestration.Console.Tests.Stage;

namespace TaskOrchestration.Console.Tests.Exhibits;

/// <summary>What a browser has to load.</summary>
public sealed class Bundle
{
    private const long Most = 900_000;

    [BrowserFact]
    public void All_scripts_and_styles_are_at_most_900_KB_gzipped()
    {
        ConsoleBuild.Ensure();
        var files = Files().ToList();
        var total = files.Sum(Gzipped);

        Assert.NotEmpty(files);
        Assert.True(total <= Most, $"expected at most {Most} bytes, found {total}; the largest: {string.Join(", ", files.OrderByDescending(Gzipped).Take(8).Select(file => $"{Path.GetFileName(file)} {Gzipped(file)}"))}");
    }

    [BrowserFact]
    public void The_first_page_loads_neither_the_editor_nor_the_graph_nor_its_layout()
    {
        ConsoleBuild.Ensure();
        var page = File.ReadAllText(Path.Combine(Ground.Console, "index.html"));

        Assert.DoesNotMatch("(?i)(codemirror|layout|xyflow|editor|graph)[^\"]*\\.js", page);
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Ground.Console, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".js" or ".css");

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
