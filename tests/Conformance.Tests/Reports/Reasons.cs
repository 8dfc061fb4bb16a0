using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests.Reports;

/// <summary>Why cases are not met and are to stay so: the committed list of what was looked into.</summary>
/// <remarks>A line of the list has a corpus, a part of the id, a part of the first difference and the reason, with tabs between; the first line that fits counts.</remarks>
public sealed class Reasons
{
    private readonly IReadOnlyList<string[]> lines;

    private Reasons(IReadOnlyList<string[]> lines) => this.lines = lines;

    /// <summary>Reads a list.</summary>
    /// <exception cref="InvalidDataException">A line has not four parts.</exception>
    public static Reasons Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToArray();
        return read.FirstOrDefault(line => line.Length != 4) is { } wrong
            ? throw new InvalidDataException($"expected a corpus, a part of an id, a part of a difference and a reason, found '{string.Join('\t', wrong)}'")
            : new Reasons(read);
    }

    /// <summary>The lines that are the reason for none of the cases that were run, though their corpus was: nobody needs them any more.</summary>
    public IReadOnlyList<string> Unused(IReadOnlyList<CorpusScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var used = scores.SelectMany(score => score.Cases).Where(scored => scored.Verdict is Verdict.NotMet).Select(LineFor).ToHashSet();
        return [.. lines.Where(line => scores.Any(score => score.Corpus == line[0]) && !used.Contains(line)).Select(line => string.Join('\t', line))];
    }

    /// <summary>Why a case is not met, or null if nobody has said.</summary>
    public string? Of(ScoredCase scored)
    {
        ArgumentNullException.ThrowIfNull(scored);
        return LineFor(scored)?[3];
    }

    private string[]? LineFor(ScoredCase scored) => lines.FirstOrDefault(line =>
        line[0] == scored.Case.Corpus
        && scored.Case.Id.Contains(line[1], StringComparison.Ordinal)
        && scored.Verdict.Summary.Contains(line[2], StringComparison.Ordinal));
}
