using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.Orchestrations.Tests.Courses;

/// <summary>Executions of random machines in a random world.</summary>
internal static class RandomCourses
{
    /// <summary>Tries a law for many of them, each with some luck for the law's own use.</summary>
    public static void Check(int cases, Func<Simulation, Random, Task> law)
    {
        var courses =
            from definition in RandomMachines.Definitions
            from luck in Gen.Choose(0, int.MaxValue)
            select (definition, luck);
        Prop.ForAll(courses.ToArbitrary(), sample =>
        {
            var luck = new Random(sample.luck);
            law(Run(sample.definition.ToString(), luck), luck).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(cases)));
    }

    /// <summary>One life: tasks succeed, fail, keep silent or answer by callback; sometimes somebody stops it or has it go on.</summary>
    public static Simulation Run(string definition, Random luck)
    {
        var run = Simulation.Of(definition, """{"items":[1,2,3],"x":"y"}""", _ => luck.Next(8) switch
        {
            0 => Answer.Failure("E1", "one"),
            1 => Answer.Failure("E2"),
            2 => Answer.Never,
            3 => Answer.Submitted("""{"accepted":true}"""),
            _ => Answer.With("""{"flag":1,"n":2.0}"""),
        });
        Live(run, luck);
        for (var redrives = luck.Next(3); redrives > 0 && run.Give(new Fact.Redriven(run.Now, ClientToken: null)); redrives--)
        {
            Live(run, luck);
        }

        return run;
    }

    private static void Live(Simulation run, Random luck)
    {
        for (var step = 0; step < 60 && run.Step(); step++)
        {
            if (luck.Next(6) == 0 && run.Execution.Outstanding().OfType<Effect.InvokeTask>().FirstOrDefault() is { } pending)
            {
                run.Give(luck.Next(2) == 0
                    ? new Fact.TaskHeartbeat(run.Now, pending.Request.Task)
                    : new Fact.TaskSucceeded(run.Now, pending.Request.Task, Json.Of("by callback")));
            }
        }

        if (luck.Next(4) == 0)
        {
            run.Give(new Fact.Stopped(run.Now, new Failure("Stopped", "by hand")));
        }
    }
}
