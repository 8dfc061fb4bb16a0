using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class ExecutionFuzzTests
{
    private static readonly int Cases = Thoroughness.Cases(10_000);

    private static readonly string[] Inputs = ["{}", "[]", "null", "\"text\"", """{"a":{"b":[1,2,{"c":"d"}]},"items":[1,2,3],"n":1.5}"""];

    /// <summary>Whatever passes the parser runs: to an end, or until it waits for something that never comes.</summary>
    [Fact]
    public void Whatever_definition_the_parser_accepts_runs_without_breaking()
    {
        var ran = 0;
        Parallel.For(0, Cases, seed =>
        {
            var random = new Random(seed);
            var definition = DefinitionWriter.Write(MachineMaker.Make(random.Next()));

            // Few broken definitions are still valid; the whole ones among them meet broken inputs and answers.
            var text = random.Next(2) == 0 ? definition.ToString() : new DefinitionMutator(random).Mutate(definition);
            if (DefinitionParser.Parse(text).Machine is { } machine)
            {
                Run(machine, seed, random);
                Interlocked.Increment(ref ran);
            }
        });

        Assert.InRange(ran, Cases / 3, Cases);
    }

    private static void Run(StateMachine machine, int seed, Random random)
    {
        try
        {
            var run = new Simulation(
                machine,
                Json.Parse(Inputs[random.Next(Inputs.Length)]),
                task => random.Next(4) switch
                {
                    0 => Answer.Failure("Broken", "by the fuzz"),
                    1 => Answer.Never,
                    _ => Answer.With(Inputs[random.Next(Inputs.Length)]),
                },
                ExecutionLimits.Standard with { HistoryEvents = 2_000 });
            for (var step = 0; step < 500 && run.Step(); step++)
            {
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"seed {seed}: {DefinitionWriter.Write(machine)}", e);
        }
    }
}
