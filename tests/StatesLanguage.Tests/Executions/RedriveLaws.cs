using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

/// <summary>What holds for every machine that would succeed but for what comes in its way from outside.</summary>
public sealed partial class RedriveLaws
{
    private const string Input = """{"items":[1,2,3],"x":"y"}""";
    private const int MostHindrances = 6;

    private static readonly Config Thoroughly = Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(400));

    [Fact]
    public void Ends_as_if_nothing_had_come_in_its_way() =>
        Check((smooth, hindered) => Assert.Equal(
            (smooth.Execution.Status, Anonymous(smooth.Execution.Output)),
            (hindered.Execution.Status, Anonymous(hindered.Execution.Output))));

    /// <summary>Times may differ from those of a course without hindrances, for what is waited for again is over later; but none comes from anywhere else.</summary>
    [Fact]
    public void Quotes_no_time_but_those_at_which_its_history_shows_states_entered() =>
        Check((_, hindered) => Assert.Subset(Entries(hindered), Times(hindered.Execution.Output)));

    [Fact]
    public void Does_nothing_again_that_has_succeeded() =>
        Check((smooth, hindered) =>
        {
            if (IsFreeOfFailures(smooth))
            {
                Assert.Equal(Successes(smooth), Successes(hindered));
                Assert.Equal(smooth.Tasks.Count(), hindered.Tasks.Select(task => task.IdempotencyToken).Distinct().Count());
            }
        });

    [Fact]
    public void Counts_its_redrives() =>
        Check((_, hindered) => Assert.Equal(hindered.Journal.OfType<Fact.Redriven>().Count(), hindered.Execution.RedriveCount));

    /// <summary>Follows machines that succeed when all goes well, once so and once with stops and failures at random points, each made good by a redrive.</summary>
    private static void Check(Action<Simulation, Simulation> law)
    {
        var courses =
            from definition in RandomMachines.Definitions
            from luck in Gen.Choose(0, int.MaxValue)
            select (definition, luck);

        Prop.ForAll(courses.ToArbitrary(), sample =>
        {
            var definition = sample.definition.ToString();
            var smooth = Simulation.Run(definition, Input, _ => Good());
            if (smooth.Execution.Status == ExecutionStatus.Succeeded)
            {
                law(smooth, Hindered(definition, new Random(sample.luck)));
            }
        }).Check(Thoroughly);
    }

    private static Simulation Hindered(string definition, Random luck)
    {
        var hindrances = 0;

        // A tolerated failure changes the result, and is not what this law is about.
        var mayFail = !definition.Contains("Tolerated", StringComparison.Ordinal);
        var run = Simulation.Of(definition, Input, _ => mayFail && luck.Next(6) == 0 && ++hindrances < MostHindrances ? Answer.Failure(Failure.Runtime, "a cause that goes away") : Good());
        do
        {
            while (run.Step())
            {
                if (luck.Next(8) == 0 && ++hindrances < MostHindrances)
                {
                    run.Give(new Fact.Stopped(run.Now, new Failure("Stopped", "by hand")));
                }
            }
        }
        while (run.Give(new Fact.Redriven(run.Now, ClientToken: null)));
        return run;
    }

    /// <summary>Whether nothing in the machine fails by itself. Where something does, how often it is retried and how far its siblings come is a matter of the moment.</summary>
    private static bool IsFreeOfFailures(Simulation run) =>
        Count(run, HistoryEventType.ParallelStateStarted, HistoryEventType.MapStateStarted, HistoryEventType.LambdaFunctionScheduled, HistoryEventType.ActivityScheduled, HistoryEventType.TaskScheduled)
            == Count(run, HistoryEventType.ParallelStateEntered, HistoryEventType.MapStateEntered, HistoryEventType.TaskStateEntered)
        && Count(run, HistoryEventType.ParallelStateFailed, HistoryEventType.MapStateFailed) == 0;

    private static int Count(Simulation run, params HistoryEventType[] types) => run.EventTypes.Count(types.Contains);

    /// <summary>The names of the states whose tasks succeeded, each as often as they did.</summary>
    private static IEnumerable<string> Successes(Simulation run)
    {
        var names = run.Tasks.ToDictionary(task => task.Task, task => task.StateName);
        return run.Journal.OfType<Fact.TaskSucceeded>().Select(fact => names[fact.Task]).Order(StringComparer.Ordinal);
    }

    private static Answer Good() => Answer.With("""{"flag":1,"n":2.0}""");

    private static HashSet<string> Entries(Simulation run) =>
        [.. run.History.Where(happened => happened.Details is HistoryDetails.StateEntered).Select(happened => happened.Timestamp.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))];

    private static HashSet<string> Times(Json? output) => [.. Moment().Matches(output!.ToString()).Select(match => match.Value)];

    /// <summary>Random ids differ, for what is done once more draws once more, and so do the event ids that messages quote and the times at which states are entered.</summary>
    private static string Anonymous(Json? output) => OfTheMoment().Replace(output!.ToString(), "…");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|event id #[0-9]+|[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfTheMoment();

    [GeneratedRegex("[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moment();
}
