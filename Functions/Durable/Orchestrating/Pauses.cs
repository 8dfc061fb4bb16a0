namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>How long an orchestration waits before it calls an activity again that came to grief.</summary>
internal static class Pauses
{
    private const int Doublings = 6;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The pause after so many earlier attempts.</summary>
    public static TimeSpan After(int earlier) => earlier < Doublings ? First * (1 << earlier) : Longest;
}
