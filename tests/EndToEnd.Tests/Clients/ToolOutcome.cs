namespace TaskOrchestration.EndToEnd.Tests.Clients;

/// <summary>How a program ended and what it wrote.</summary>
public sealed record ToolOutcome(int ExitCode, string Output, string Errors)
{
    /// <summary>What it wrote to standard output, if it ended well; what it complained of otherwise.</summary>
    public string OutputOrThrow() => ExitCode == 0 ? Output.Trim() : throw new InvalidOperationException($"Exit code {ExitCode}: {Errors}");
}
