using System.CommandLine;
using System.Text.Json;
using TaskOrchestration.Benchmarks;
using TaskOrchestration.Benchmarks.Load;

var subjects = new Argument<string[]>("subject")
{
    Description = $"What to measure; everything when none is named. Subjects: {string.Join(", ", Subjects.All.Select(benchmark => benchmark.Subject))}.",
    Arity = ArgumentArity.ZeroOrMore,
};
var json = new Option<FileInfo?>("--json") { Description = "Also write the figures to this file, as one JSON object.", HelpName = "FILE" };
var command = new RootCommand("Measures the interpreter and the engine, and prints each figure beside its target.") { subjects, json, ConstantServer.Command() };

command.SetAction(async (arguments, cancellationToken) =>
{
    IReadOnlyList<IBenchmark> wanted;
    try
    {
        wanted = Subjects.Named(arguments.GetValue(subjects) ?? []);
    }
    catch (KeyNotFoundException e)
    {
        Console.Error.WriteLine(e.Message);
        return 2;
    }

    var measurements = new Measurements();
    foreach (var benchmark in wanted)
    {
        Console.Error.WriteLine($"measuring {benchmark.Subject} ...");
        await benchmark.MeasureAsync(measurements, cancellationToken);
        // Each subject starts with a clean heap, whatever the one before left behind.
        GC.Collect();
    }

    FigureTable.Write(Console.Out, measurements);
    if (arguments.GetValue(json) is { } file)
    {
        var figures = Figures.All.Where(figure => measurements.Find(figure.Key) is not null).ToDictionary(figure => figure.Key, figure => measurements.Find(figure.Key));
        await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(figures, JsonSerializerOptions.Web) + "\n", cancellationToken);
    }

    return 0;
});

return await command.Parse(args).InvokeAsync();
