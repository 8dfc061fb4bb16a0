using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Reports;
using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests;

/// <summary>Scores the corpora and reports. Ends with 1 if a case that was met once no longer is, with 2 if it was called wrongly.</summary>
public static class Program
{
    /// <summary>Runs it.</summary>
    public static int Main(string[] arguments)
    {
        try
        {
            return Run(Options.Parse(arguments), Console.Out);
        }
        catch (Exception e) when (e is WrongCallException or InvalidDataException)
        {
            Console.Error.WriteLine(e.Message);
            Console.Error.WriteLine(Options.Usage);
            return 2;
        }
    }

    private static int Run(Options options, TextWriter output)
    {
        var folder = options.Corpus is { } given ? new CorpusFolder(given) : CorpusFolder.Shared ?? CorpusFolder.Own;
        if (!Directory.Exists(folder.Path))
        {
            throw new WrongCallException($"there is no folder {folder.Path}");
        }

        var run = new ConformanceRun([.. Scorers.All.Where(scorer => options.Only is null || scorer.Corpus == options.Only)]);
        return options.Explain is { } id ? Explain(run, folder, id, output) : Report(run.Score(folder), options, output);
    }

    private static int Explain(ConformanceRun run, CorpusFolder folder, string id, TextWriter output)
    {
        var cases = run.CasesIn(folder).Where(@case => @case.Id.EndsWith(id, StringComparison.Ordinal)).ToArray();
        foreach (var scored in cases.Select(run.Score))
        {
            Explanation.Write(scored, output);
        }

        return cases.Length > 0 ? 0 : throw new WrongCallException($"no case has an id that ends with '{id}'");
    }

    private static int Report(IReadOnlyList<CorpusScore> scores, Options options, TextWriter output)
    {
        if (options.ListUnmet)
        {
            foreach (var scored in scores.SelectMany(score => score.Cases).Where(scored => !scored.IsMet))
            {
                output.WriteLine($"{scored.Case.Corpus} {scored.Case.Id}\t{scored.Verdict.Summary.ReplaceLineEndings(" ")}");
            }
        }

        if (options.PrintDocs)
        {
            output.Write(Page(scores));
        }
        else
        {
            TableReport.Write(scores, output);
        }

        if (options.JsonFile is { } file)
        {
            File.WriteAllText(file, JsonReport.Of(scores) + "\n");
        }

        Refresh(scores, options);
        return ReportFallenOut(scores, output);
    }

    private static void Refresh(IReadOnlyList<CorpusScore> scores, Options options)
    {
        if (options.WriteMet)
        {
            var list = new MetList(OwnFiles.MetLists);
            foreach (var score in scores)
            {
                list.Write(score);
            }
        }

        if (options.WriteDocs)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(OwnFiles.CoveragePage)!);
            File.WriteAllText(OwnFiles.CoveragePage, Page(scores));
        }
    }

    private static string Page(IReadOnlyList<CorpusScore> scores) => CoveragePage.Of(scores, Reasons.Parse(File.ReadAllText(OwnFiles.Reasons)));

    private static int ReportFallenOut(IReadOnlyList<CorpusScore> scores, TextWriter output)
    {
        var list = new MetList(OwnFiles.MetLists);
        var fallen = scores.SelectMany(list.FallenOut).ToArray();
        foreach (var scored in fallen)
        {
            output.WriteLine($"no longer met: {scored.Case.Corpus} {scored.Case.Id}: {scored.Verdict.Summary}");
        }

        return fallen.Length == 0 ? 0 : 1;
    }
}
