namespace TaskOrchestration.Conformance.Tests.Scoring;

/// <summary>One row of a report.</summary>
public sealed record CategoryScore(string Category, IReadOnlyList<ScoredCase> Cases)
{
    /// <summary>How many cases are met.</summary>
    public int Met => Cases.Count(scored => scored.IsMet);

    /// <summary>How many need something that is not there yet. They count as cases all the same, so that the score stays honest.</summary>
    public int NotApplicableYet => Cases.Count(scored => scored.Verdict is Verdict.NotApplicableYet);

    /// <summary>How many are run and not met.</summary>
    public int NotMet => Cases.Count - Met - NotApplicableYet;

    /// <summary>The ids of all that are not met, those not applicable yet included.</summary>
    public IEnumerable<string> UnmetIds => Cases.Where(scored => !scored.IsMet).Select(scored => scored.Case.Id).Order(StringComparer.Ordinal);
}
