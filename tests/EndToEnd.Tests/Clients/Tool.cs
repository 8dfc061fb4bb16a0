using System.Diagnostics;
using TaskOrchestration.Support;

namespace TaskOrchestration.EndToEnd.Tests.Clients;

/// <summary>A program of the machine: what people drive the server with.</summary>
public sealed record Tool(string Program)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Node.</summary>
    public static Tool Node { get; } = new("node");

    /// <summary>The Python that has boto3: the machine may have several.</summary>
    public static Tool Python { get; } = FirstThatRuns(["python3", "/usr/bin/python3"], "-c", "import boto3");

    /// <summary>The AWS CLI.</summary>
    public static Tool Aws { get; } = FirstThatRuns(["aws", "/usr/bin/aws"], "--version");

    /// <summary>The path of a script beside these tests.</summary>
    public static string Script(string name) => Repository.PathOf("tests", "EndToEnd.Tests", "Clients", "scripts", name);

    /// <summary>Runs it to its end.</summary>
    /// <returns>What it wrote to standard output and standard error, and how it ended.</returns>
    public async Task<ToolOutcome> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder, UseShellExecute = false };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new ToolOutcome(process.ExitCode, await output, await errors);
    }

    private static Tool FirstThatRuns(string[] programs, params string[] arguments) =>
        programs.Select(program => new Tool(program)).FirstOrDefault(tool => tool.Runs(arguments))
        ?? throw new InvalidOperationException($"None of {string.Join(", ", programs)} can run '{string.Join(' ', arguments)}'. ./test installs what is missing.");

    private bool Runs(string[] arguments)
    {
        try
        {
            return RunAsync(arguments).GetAwaiter().GetResult().ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }
}
