using System.Diagnostics;
using TaskOrchestration.Support;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>The console, built from the sources as they are now.</summary>
internal static class ConsoleBuild
{
    private static readonly Lazy<bool> Built = new(Build);

    /// <summary>Builds it unless it is current.</summary>
    public static void Ensure() => _ = Built.Value;

    private static bool Build()
    {
        using var build = Process.Start(new ProcessStartInfo("bash", [Repository.PathOf("eng", "build-console")]) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = build.StandardError.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? true : throw new InvalidOperationException(errors);
    }
}
