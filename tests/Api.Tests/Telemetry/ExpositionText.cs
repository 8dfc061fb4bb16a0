using System.Globalization;
using System.Text.RegularExpressions;

namespace TaskOrchestration.Api.Tests.Telemetry;

/// <summary>Reads what a scraper reads, as strictly as the formats are written down.</summary>
internal sealed partial class ExpositionText
{
    private readonly Dictionary<string, string> types = [];
    private readonly Dictionary<string, double> series = [];
    private readonly HashSet<string> finished = [];
    private readonly bool isOpen;
    private string current = "";

    private ExpositionText(bool isOpen) => this.isOpen = isOpen;

    /// <summary>The type of every family.</summary>
    public IReadOnlyDictionary<string, string> Types => types;

    /// <summary>The value of every series, by its name and labels as they were written.</summary>
    public IReadOnlyDictionary<string, double> Series => series;

    public static ExpositionText Parse(string text, bool isOpen)
    {
        var read = new ExpositionText(isOpen);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var lines = text[..^1].Split('\n');
        if (isOpen)
        {
            Assert.Equal("# EOF", lines[^1]);
            lines = lines[..^1];
        }

        foreach (var line in lines)
        {
            read.Take(line);
        }

        read.CheckHistograms();
        return read;
    }

    private void Take(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal))
        {
            TakeHeading(line);
            return;
        }

        var match = Sample().Match(line);
        Assert.True(match.Success, $"not a sample: {line}");
        var family = FamilyOf(match.Groups["name"].Value);
        Assert.Equal(current, family);
        Assert.True(series.TryAdd(match.Groups["name"].Value + match.Groups["labels"].Value, Number(match.Groups["value"].Value)), $"twice: {line}");
        var names = LabelName().Matches(match.Groups["labels"].Value).Select(label => label.Groups["name"].Value).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    private void TakeHeading(string line)
    {
        var parts = line.Split(' ', 4);
        Assert.Contains(parts[1], (string[])["TYPE", "HELP", "UNIT"]);
        if (parts[1] == "TYPE")
        {
            Assert.Contains(parts[3], (string[])["counter", "gauge", "histogram"]);
            Assert.True(types.TryAdd(parts[2], parts[3]), $"a second type: {line}");
            Assert.True(finished.Add(parts[2]), $"in two places: {line}");
            current = parts[2];
        }

        Assert.Equal(current, parts[2]);
        if (parts[1] == "UNIT")
        {
            Assert.EndsWith($"_{parts[3]}", parts[2], StringComparison.Ordinal);
        }
    }

    private string FamilyOf(string name)
    {
        var suffix = types[current] switch
        {
            "counter" when isOpen => "_total",
            "histogram" => ((string[])["_bucket", "_sum", "_count"]).Single(name.EndsWith),
            _ => "",
        };
        Assert.EndsWith(suffix, name, StringComparison.Ordinal);
        return name[..^suffix.Length];
    }

    private void CheckHistograms()
    {
        foreach (var family in types.Where(type => type.Value == "histogram").Select(type => type.Key))
        {
            var buckets = series.Where(one => one.Key.StartsWith($"{family}_bucket{{", StringComparison.Ordinal))
                .GroupBy(one => End().Replace(one.Key, "").Replace("_bucket", "_count", StringComparison.Ordinal).Replace(",}", "}", StringComparison.Ordinal));
            foreach (var histogram in buckets)
            {
                var ends = histogram.Select(bucket => Number(End().Match(bucket.Key).Groups["end"].Value)).ToList();
                Assert.Equal(ends.Order(), ends);
                Assert.Equal(double.PositiveInfinity, ends[^1]);
                Assert.Equal(histogram.Select(bucket => bucket.Value).Order(), histogram.Select(bucket => bucket.Value));
                Assert.Equal(series[histogram.Key], histogram.Last().Value);
            }
        }
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\[\\"n])*"(,(?=[a-zA-Z_])|(?=\})))*\})? (?<value>[^ ]+)$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();

    [GeneratedRegex("""(?<=[{,])(?<name>[a-zA-Z_][a-zA-Z0-9_]*)=""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LabelName();

    [GeneratedRegex("""le="(?<end>[^"]*)"(?=\})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();
}
