using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>Definitions that people wrote, run with mocked tasks: there are answers with which each comes to an end its author meant.</summary>
public sealed class RealWorldRunScorer : IScorer
{
    /// <summary>How many worlds are tried.</summary>
    private const int Worlds = 200;

    private const int DifferencesShown = 10;

    /// <summary>A run that gets anywhere gets there sooner.</summary>
    private static readonly ExecutionLimits Short = new() { HistoryEvents = 3_000 };

    /// <inheritdoc/>
    public string Corpus => "realworld-runs";

    /// <inheritdoc/>
    public string Folder => "realworld";

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories(Case @case) => [@case.Body.Text("kind") ?? "other"];

    /// <inheritdoc/>
    public bool Covers(Case @case) => @case.Body.Object("asl_validator").IsTrue("valid") || Parse(@case) is not null;

    /// <inheritdoc/>
    public Verdict Score(Case @case)
    {
        if (Parse(@case) is not { } machine)
        {
            return new Verdict.NotMet("the definition is not accepted");
        }

        var definition = @case.Body.Object("definition")!;
        var wishes = DefinitionWishes.Of(definition);
        var names = ResultNames.Of(definition);
        var forms = ReaderForms.Of(definition);
        var differences = new List<string>();
        for (var seed = 0; seed < Worlds; seed++)
        {
            if (Run(machine, new PlausibleWorld(wishes, names, seed), forms) is not { } difference)
            {
                return Verdict.Met;
            }

            differences.Add(difference);
        }

        return new Verdict.NotMet([.. differences.Distinct(StringComparer.Ordinal).Take(DifferencesShown)]);
    }

    private static StateMachine? Parse(Case @case) => DefinitionParser.Parse(@case.Body["definition"]!.ToString()).Machine;

    private static string? Run(StateMachine machine, PlausibleWorld world, IReadOnlyList<JsonObject> forms)
    {
        VirtualOutcome outcome;
        var blobs = new PlausibleBlobs(new InMemoryBlobStore(new VirtualAgenda(Births.Moment)), path => world.File(forms, path));
        try
        {
            outcome = VirtualRun.ToEnd(machine, Births.Of(world.Whole()) with { Limits = Short }, Births.Moment, world.Perform, blobs);
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }

        return outcome.Status == ExecutionStatus.Succeeded || EndedInFail(outcome)
            ? null
            : $"expected an end, got {outcome.Status}: {outcome.Failure}";
    }

    /// <summary>A Fail state is an end, too: the author's word for what went wrong.</summary>
    private static bool EndedInFail(VirtualOutcome outcome) =>
        outcome.Status == ExecutionStatus.Failed
        && outcome.History.LastOrDefault(told => told.Details is HistoryDetails.StateEntered)?.Type == HistoryEventType.FailStateEntered;
}
