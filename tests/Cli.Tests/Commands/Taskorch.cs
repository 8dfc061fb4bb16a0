using System.CommandLine;
using TaskOrchestration.Cli.Commands;

namespace TaskOrchestration.Cli.Tests.Commands;

/// <summary>The program, called in this process.</summary>
internal static class Taskorch
{
    /// <summary>Calls it with these arguments.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> CallAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await CommandTree.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return (exitCode, output.ToString(), errors.ToString());
    }
}
