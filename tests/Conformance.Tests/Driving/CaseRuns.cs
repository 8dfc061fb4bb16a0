using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>The executions that the cases of the corpora run in virtual time, so that another driver can be held against them.</summary>
public static class CaseRuns
{
    /// <summary>Conversations with a server and single calls run nothing in virtual time.</summary>
    private static readonly string[] NoRuns = ["api", "reject", "validate", "test_state", "path", "intrinsic"];

    /// <summary>Every run of every case in a folder, whatever its verdict, in the order of the files.</summary>
    public static IReadOnlyList<CaseRun> Of(CorpusFolder folder)
    {
        var scoring = new ConformanceRun(Scorers.All);
        return [.. Scorers.All.SelectMany(scorer => folder.Read(scorer.Corpus)).Where(MayRun).SelectMany(@case => Of(scoring, @case))];
    }

    private static bool MayRun(Case @case) => @case.Body.Text("kind") is { } kind && !NoRuns.Contains(kind);

    private static IEnumerable<CaseRun> Of(ConformanceRun scoring, Case @case)
    {
        var runs = new List<RecordedRun>();
        using (VirtualRun.Watch(runs.Add))
        {
            scoring.Score(@case);
        }

        return runs.Select((run, i) => new CaseRun(runs.Count == 1 ? $"{@case.Corpus} {@case.Id}" : $"{@case.Corpus} {@case.Id} #{i + 1}", run));
    }
}
