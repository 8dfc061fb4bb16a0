using System.Globalization;

namespace TaskOrchestration.Support;

/// <summary>How many random cases a test tries. <c>TASKORCH_THOROUGHNESS=10</c> in the environment asks for ten times as many.</summary>
public static class Thoroughness
{
    private static readonly int Factor =
        int.TryParse(Environment.GetEnvironmentVariable("TASKORCH_THOROUGHNESS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;

    /// <summary>The number of cases for a test that tries this many as a rule.</summary>
    public static int Cases(int usual) => usual * Factor;
}
