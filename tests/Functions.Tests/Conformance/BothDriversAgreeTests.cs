using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Conformance;

/// <summary>Every conformance case whose needs are local ends the same, by the same history, whether facts come from memory or by way of Durable Functions.</summary>
public sealed class BothDriversAgreeTests(ITestOutputHelper output)
{
    /// <summary>Deep definitions need more than the usual.</summary>
    private const int StackBytes = 16 * 1024 * 1024;

    [Fact]
    public void On_the_projects_own_cases() => Compare("the project's own corpus", CorpusFolder.Own);

    [Fact]
    public void On_the_cases_from_outside()
    {
        if (CorpusFolder.Shared is not { } shared)
        {
            output.WriteLine("SKIPPED: there is no shared/corpus beside the repository.");
            return;
        }

        Compare("the corpora from outside", shared);
    }

    private void Compare(string name, CorpusFolder folder)
    {
        var all = CaseRuns.Of(folder);
        var runs = all.Where(run => CanBeStored(run.Run.Machine) && !WaitsWithinExpress(run.Run) && !IsCalledBack(run.Run)).ToList();
        var differences = new List<string>[runs.Count];
        var next = -1;
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work, StackBytes)).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        var told = differences.SelectMany(found => found).ToList();
        output.WriteLine($"{name}: {runs.Count} runs compared, {differences.Count(found => found.Count > 0)} differ; {all.Count - runs.Count} left out, whose machines cannot be stored, wait within EXPRESS children or wait for callbacks");
        told.ForEach(output.WriteLine);

        Assert.NotEmpty(runs);
        Assert.Empty(told);

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < runs.Count; i = Interlocked.Increment(ref next))
            {
                differences[i] = [.. DifferencesSafely(runs[i].Run).Select(difference => $"{runs[i].Name}: {difference}")];
            }
        }
    }

    /// <summary>Some cases start at a state that leaves others out of reach: no store takes a definition of that.</summary>
    private static bool CanBeStored(StateMachine machine) => DefinitionParser.Parse(DefinitionWriter.Write(machine).ToString()).Machine is not null;

    /// <summary>EXPRESS children run within an activity, whose time is not that of the orchestrations.</summary>
    private static bool WaitsWithinExpress(RecordedRun run) =>
        run.Outcome.Requests.Any(request => request.Resource is TaskResource.MapRun && MapRunRequest.Of(request).ExecutionType == StateMachineType.Express)
        && DefinitionWriter.Write(run.Machine).ToString() is var definition
        && (definition.Contains("\"Wait\"", StringComparison.Ordinal) || definition.Contains("\"Retry\"", StringComparison.Ordinal));

    /// <summary>Nobody calls back while a case runs on Durable Functions.</summary>
    private static bool IsCalledBack(RecordedRun run) => run.Outcome.Requests.Any(request => request.Resource is not TaskResource.MapRun && run.Perform(request).Later.Count > 0);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong in a run is that run's difference; the others go on.")]
    private static IReadOnlyList<string> DifferencesSafely(RecordedRun run)
    {
        try
        {
            var (status, result, failure, history, _) = run.Outcome;
            return DurableRun.ToEndAsync(run).GetAwaiter().GetResult().DifferencesFrom(new DriverOutcome(status, result, failure, history));
        }
        catch (Exception e)
        {
            return [$"threw {e}"];
        }
    }
}
