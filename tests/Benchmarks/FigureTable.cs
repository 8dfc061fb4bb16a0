namespace TaskOrchestration.Benchmarks;

/// <summary>The measured figures beside their targets, as text.</summary>
public static class FigureTable
{
    /// <summary>Writes one line a measured figure, then the ratios.</summary>
    public static void Write(TextWriter writer, Measurements measurements)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(measurements);
        foreach (var figure in Figures.All)
        {
            if (measurements.Find(figure.Key) is { } value)
            {
                var shown = value.ToString(figure.Format);
                writer.WriteLine($"{figure.Key,-28} {shown,12}  {Verdict(figure, value, measurements),-52} {figure.Meaning}");
            }
        }

        foreach (var ratio in Figures.Ratios(measurements))
        {
            writer.WriteLine(ratio);
        }
    }

    private static string Verdict(Figure figure, double value, Measurements measurements) =>
        string.Join("; ", figure.Targets.Select(target => $"{Word(target.IsMetBy(value, measurements))} {target.Words}"));

    private static string Word(bool? met) => met switch
    {
        true => "met:",
        false => "NOT MET:",
        null => "(not judged)",
    };
}
