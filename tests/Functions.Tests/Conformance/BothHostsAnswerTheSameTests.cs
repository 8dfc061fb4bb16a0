using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.Conformance.Tests;
using TaskOrchestration.Conformance.Tests.Aws;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Conformance;

/// <summary>Every recorded conversation with the API goes the same whether executions run in the embedded engine or on Durable Functions.</summary>
public sealed class BothHostsAnswerTheSameTests(ITestOutputHelper output)
{
    /// <summary>Longer than any conversation takes; one that goes on waits for something that does not come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public Task In_the_projects_own_conversations() => CompareAsync("the project's own corpus", CorpusFolder.Own);

    [Fact]
    public async Task In_the_conversations_from_outside()
    {
        if (CorpusFolder.Shared is not { } shared)
        {
            output.WriteLine("SKIPPED: there is no shared/corpus beside the repository.");
            return;
        }

        await CompareAsync("the corpora from outside", shared);
    }

    private async Task CompareAsync(string name, CorpusFolder folder)
    {
        var scoring = new ConformanceRun(Scorers.All);
        var differences = new List<string>();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var conversation in folder.Read("aws").Where(one => one.Body.Text("kind") == "api" && Applicability.MissingAround(one.Body) is null))
        {
            var expected = scoring.Score(conversation).Verdict;
            if (expected is Verdict.NotApplicableYet)
            {
                continue;
            }

            var found = await PlayAsync(conversation);
            counts[expected.GetType().Name] = counts.GetValueOrDefault(expected.GetType().Name) + 1;
            if (expected.GetType() != found.GetType() || expected.Summary != found.Summary)
            {
                differences.Add($"{conversation.Id}: expected {expected.Summary}, found {found.Summary}");
            }
        }

        output.WriteLine($"{name}: {counts.Values.Sum()} conversations compared ({string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"))}), {differences.Count} differ");
        differences.ForEach(output.WriteLine);
        Assert.Empty(differences);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong in a conversation is its verdict; the others go on.")]
    private static async Task<Verdict> PlayAsync(Case conversation)
    {
        try
        {
            return await Task.Run(() => ScriptScorer.ScoreAsync(conversation.Body, filled => Task.FromResult<TaskOrchestration.Conformance.Tests.Serving.IServer>(new DurableServer(filled)))).WaitAsync(Patience);
        }
        catch (Exception e)
        {
            return new Verdict.NotMet([$"threw {e}"]);
        }
    }
}
