using System.Diagnostics;
using System.Text.Json;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Benchmarks.Expressions;

/// <summary>Measures the expressions under the JavaScript implementation, in a process of its own.</summary>
public static class JavaScriptTimer
{
    /// <summary>The edition that AWS documents.</summary>
    public const string Package = "jsonata@2.0.6";

    /// <summary>The cost of each expression, by id; those that do not come to the expected value are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, ExpressionCost>> MeasureAsync(IReadOnlyList<ExpressionCase> cases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "bench-jsonata")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{"private":true}""", cancellationToken);
        await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--no-save", "--loglevel=error", Package], folder, cancellationToken);
        File.Copy(Repository.PathOf("tests", "Benchmarks", "Expressions", "timer.cjs"), Path.Combine(folder, "timer.cjs"), overwrite: true);
        await File.WriteAllBytesAsync(Path.Combine(folder, "cases.json"), JsonArray.Of(cases.Select(ToJson)).ToUtf8(), cancellationToken);
        await RunAsync("node", ["timer.cjs", "cases.json", "results.json"], folder, cancellationToken);
        await using var results = File.OpenRead(Path.Combine(folder, "results.json"));
        return await JsonSerializer.DeserializeAsync<Dictionary<string, ExpressionCost>>(results, JsonSerializerOptions.Web, cancellationToken) ?? [];
    }

    private static Json ToJson(ExpressionCase @case)
    {
        var line = new JsonObjectBuilder().Set("id", Json.Of(@case.Id)).Set("text", Json.Of(@case.Text)).Set("bindings", @case.Bindings).Set("expected", @case.Expected);
        return line.SetIfPresent("input", @case.Input).Build();
    }

    private static async Task RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        // No compilation cache or other state of the caller's: the same start everywhere.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
