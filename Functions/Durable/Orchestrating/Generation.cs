namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>How much an orchestration may do before it continues as new.</summary>
/// <remarks>
/// Durable replays the whole history of a generation with every event, so a generation is kept short: fewer than 500 facts and less than 1 MB of what came and went.
/// It cannot continue as new while activities are in flight (their answers would be lost). So well before the limit nothing more is begun, and what
/// is in flight has its place reserved. Only if one of those takes very long while timers and signals keep coming does a generation grow longer: to let those wait would be worse.
/// </remarks>
internal sealed class Generation(GenerationLimits limits, int longestAnswer)
{
    private int facts;
    private long characters;

    /// <summary>Whether it is time to continue as new.</summary>
    public bool IsFull => facts >= limits.Facts || characters >= limits.Characters;

    /// <summary>The length of the longest answer to a task so far.</summary>
    public int LongestAnswer { get; private set; } = longestAnswer;

    /// <summary>Whether one more task may be begun beside those in flight. If none is, one may, as long as the generation is not full.</summary>
    public bool HasRoomBeside(int flights) => !IsFull
        && flights < limits.Flights
        && (flights == 0 || (facts + flights < limits.Facts && characters + ((long)flights * LongestAnswer) < limits.Characters));

    /// <summary>Counts a fact.</summary>
    public void CountFact() => facts++;

    /// <summary>Counts something that came or went, by its length: as it came, or unpacked when it goes. Both are the same whichever host replays it.</summary>
    public void Count(int length) => characters += length;

    /// <summary>Notes how long a task's answer was.</summary>
    public void NoteLength(string answer) => LongestAnswer = Math.Max(LongestAnswer, answer.Length);
}
