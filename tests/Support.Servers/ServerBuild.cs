using System.Diagnostics;

namespace TaskOrchestration.Support.Servers;

/// <summary>The published server, built from the sources as they are now.</summary>
public static class ServerBuild
{
    private static readonly Lazy<bool> Built = new(Build);

    /// <summary>Builds it unless it is current.</summary>
    public static void Ensure() => _ = Built.Value;

    private static bool Build()
    {
        using var build = Process.Start(new ProcessStartInfo("bash", [Repository.PathOf("eng", "build-server")]) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = build.StandardError.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? true : throw new InvalidOperationException(errors);
    }
}
