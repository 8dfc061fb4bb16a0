using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.Conformance.Tests.Corpora;

namespace TaskOrchestration.Conformance.Tests.Scoring;

/// <summary>Scores every case of a folder of corpora.</summary>
public sealed class ConformanceRun(IReadOnlyList<IScorer> scorers)
{
    /// <summary>No case takes a tenth of this; one that does hangs and counts as not met.</summary>
    private static readonly TimeSpan CaseLimit = TimeSpan.FromSeconds(30);

    /// <summary>Scores the corpora that the folder holds, all cases side by side.</summary>
    public IReadOnlyList<CorpusScore> Score(CorpusFolder folder) =>
        [.. scorers.Select(scorer => Score(scorer, CasesOf(scorer, folder))).Where(score => score.Cases.Count > 0)];

    /// <summary>The cases of all corpora.</summary>
    public IEnumerable<Case> CasesIn(CorpusFolder folder) => scorers.SelectMany(scorer => CasesOf(scorer, folder));

    /// <summary>Scores one case.</summary>
    public ScoredCase Score(Case @case)
    {
        var scorer = scorers.Single(scorer => scorer.Corpus == @case.Corpus);
        return new ScoredCase(@case, scorer.Categories(@case), ScoreSafely(scorer, @case));
    }

    private static IReadOnlyList<Case> CasesOf(IScorer scorer, CorpusFolder folder) =>
        [.. folder.Read(scorer.Folder).Where(scorer.Covers).Select(@case => @case with { Corpus = scorer.Corpus })];

    private static CorpusScore Score(IScorer scorer, IReadOnlyList<Case> cases)
    {
        var scored = new ScoredCase[cases.Count];
        var next = -1;

        // Threads of their own: they wait for cases, and the engine in a case needs the pool's.
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work)).ToArray();
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        return new CorpusScore(scorer.Corpus, scored);

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < cases.Count; i = Interlocked.Increment(ref next))
            {
                scored[i] = new ScoredCase(cases[i], scorer.Categories(cases[i]), ScoreInTime(scorer, cases[i]));
            }
        }
    }

    private static Verdict ScoreInTime(IScorer scorer, Case @case)
    {
        // One thread a case: a case that never ends cannot be stopped from outside, only left behind.
        Verdict? verdict = null;
        var thread = new Thread(() => verdict = ScoreSafely(scorer, @case), maxStackSize: 16 * 1024 * 1024) { IsBackground = true };
        thread.Start();
        return thread.Join(CaseLimit) ? verdict! : new Verdict.NotMet($"did not end within {CaseLimit.TotalSeconds} s");
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong in a case is that case's verdict; the others go on.")]
    private static Verdict ScoreSafely(IScorer scorer, Case @case)
    {
        try
        {
            return scorer.Score(@case);
        }
        catch (Exception e)
        {
            return new Verdict.NotMet([$"threw {e.GetType().Name}: {e.Message}", .. (e.StackTrace ?? "").Split('\n').Take(12)]);
        }
    }
}
