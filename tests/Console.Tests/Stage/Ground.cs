using TaskOrchestration.Support;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>What the machine has to have for these tests.</summary>
internal static class Ground
{
    /// <summary>Debian's browser, or the one that CHROMIUM names. None is ever downloaded.</summary>
    public static string Chromium { get; } = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Where the console lies once it is built.</summary>
    public static string Console { get; } = Repository.PathOf("artifacts", "console");

    /// <summary>Why nothing can be tested here; none if it can.</summary>
    public static string? Obstacle { get; } =
        !File.Exists(Chromium) ? $"there is no browser at {Chromium} (apt-get install chromium, or set CHROMIUM)"
        : !HasNode && !File.Exists(Path.Combine(Console, "index.html")) ? "the console is not built and there is no Node to build it"
        : null;

    private static bool HasNode => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")));
}
