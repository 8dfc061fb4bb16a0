using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Executions;
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

    [Fact]
    public void Does_nothing_again_that_has_succeeded() =>
        Check((_, hindered) =>
        {
            var visits = hindered.Tasks.ToDictionary(task => task.Task, task => task.Visit);
            var succeeded = hindered.Journal.OfType<Fact.TaskSucceeded>().Select(fact => visits[fact.Task]).ToList();

            Assert.Equal(succeeded.Distinct(), succeeded);
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

    private static Answer Good() => Answer.With("""{"flag":1,"n":2.0}""");

    /// <summary>Random ids differ: what is done once more draws once more.</summary>
    private static string Anonymous(Json? output) => RandomId().Replace(output!.ToString(), "id");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex RandomId();
}
