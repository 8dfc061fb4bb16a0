using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests.Reports;

/// <summary>Which share of some cases is to be met.</summary>
/// <param name="Corpus">Their corpus.</param>
/// <param name="Cases">Which of its cases, for people.</param>
/// <param name="Needed">The share, from 0 to 1.</param>
public sealed record Goal(string Corpus, string Cases, double Needed)
{
    /// <summary>Whether a case of the corpus is one of them.</summary>
    public Func<Case, bool> Covers { get; init; } = _ => true;

    /// <summary>Whether a case that is not met for a reason on record counts as one that is.</summary>
    public bool TakesReasons { get; init; }

    /// <summary>How it stands with the goal; null if none of the cases was run.</summary>
    public GoalScore? Of(IEnumerable<CorpusScore> scores, Reasons reasons)
    {
        var cases = scores.Where(score => score.Corpus == Corpus).SelectMany(score => score.Cases).Where(scored => Covers(scored.Case)).ToArray();
        return cases.Length == 0
            ? null
            : new GoalScore(this, cases.Count(scored => scored.IsMet), cases.Count(scored => scored.Verdict is Verdict.NotMet && reasons.Of(scored) is not null), cases.Length);
    }
}
