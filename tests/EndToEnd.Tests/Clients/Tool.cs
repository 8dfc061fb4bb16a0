using System.Diagnostics;
using TaskOrchestration.Support;

namespace TaskOrchestration.EndToEnd.Tests.Clients;

/// <summary>A program of the machine: what people drive the server with.</summary>
public sealed record Tool(string Program)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Lazy<Tool?> FoundNode = new(() => FirstThatRuns(["node"], "--version"));
    private static readonly Lazy<Tool?> FoundPython = new(() => FirstThatRuns(["python3", "/usr/bin/python3"], "-c", "import boto3"));
    private static readonly Lazy<Tool?> FoundAws = new(() => FirstThatRuns(["aws", "/usr/bin/aws"], "--version"));

    /// <summary>Whether there is Node.</summary>
    public static bool HasNode => FoundNode.Value is not null;

    /// <summary>Whether there is a Python with boto3.</summary>
    public static bool HasPython => FoundPython.Value is not null;

    /// <summary>Whether there is an AWS CLI.</summary>
    public static bool HasAws => FoundAws.Value is not null;

    /// <summary>Node.</summary>
    public static Tool Node => FoundNode.Value ?? throw Missing("Node");

    /// <summary>The Python that has boto3: the machine may have several.</summary>
    public static Tool Python => FoundPython.Value ?? throw Missing("a Python with boto3");

    /// <summary>The AWS CLI.</summary>
    public static Tool Aws => FoundAws.Value ?? throw Missing("the AWS CLI");

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

    private static InvalidOperationException Missing(string what) => new($"This machine lacks {what}. ./test installs what is missing.");

    private static Tool? FirstThatRuns(string[] programs, params string[] arguments) => programs.Select(program => new Tool(program)).FirstOrDefault(tool => tool.Runs(arguments));

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
