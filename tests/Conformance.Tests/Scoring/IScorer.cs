using TaskOrchestration.Conformance.Tests.Corpora;

namespace TaskOrchestration.Conformance.Tests.Scoring;

/// <summary>Knows how the cases of one corpus are run and compared. Thread-safe.</summary>
public interface IScorer
{
    /// <summary>The corpus.</summary>
    string Corpus { get; }

    /// <summary>The folder its cases are in.</summary>
    string Folder => Corpus;

    /// <summary>Whether a case of the folder is one of this corpus.</summary>
    bool Covers(Case @case) => true;

    /// <summary>The rows of the report that a case counts in.</summary>
    IReadOnlyList<string> Categories(Case @case);

    /// <summary>Runs the case and compares. An exception counts as not met.</summary>
    Verdict Score(Case @case);
}
