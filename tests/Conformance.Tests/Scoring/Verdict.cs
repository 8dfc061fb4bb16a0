namespace TaskOrchestration.Conformance.Tests.Scoring;

/// <summary>What became of a case.</summary>
public abstract record Verdict
{
    private Verdict() { }

    /// <summary>All that was expected came.</summary>
    public static readonly Verdict Met = new MetCase();

    /// <summary>Something else came, or nothing.</summary>
    public sealed record NotMet(IReadOnlyList<string> Differences) : Verdict
    {
        /// <summary>With a single difference.</summary>
        public NotMet(string difference)
            : this([difference]) { }
    }

    /// <summary>The case needs something that is not there yet.</summary>
    public sealed record NotApplicableYet(string Reason) : Verdict;

    /// <summary>Met if there are no differences.</summary>
    public static Verdict From(IReadOnlyList<string> differences) => differences.Count == 0 ? Met : new NotMet(differences);

    /// <summary>In a line: <c>met</c>, the first difference, or the reason.</summary>
    public string Summary => this switch
    {
        NotMet notMet => notMet.Differences[0],
        NotApplicableYet notYet => $"not applicable yet: {notYet.Reason}",
        _ => "met",
    };

    private sealed record MetCase : Verdict;
}
