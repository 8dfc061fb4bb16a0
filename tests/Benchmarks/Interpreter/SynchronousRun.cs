using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Benchmarks.Interpreter;

/// <summary>A machine without tasks or waits, run from start to end on the calling thread.</summary>
public static class SynchronousRun
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The machine of a definition that is known to be right.</summary>
    public static StateMachine Machine(string definition)
    {
        var parsed = DefinitionParser.Parse(definition);
        return parsed.Machine ?? throw new InvalidOperationException(string.Join("; ", parsed.Problems.Select(problem => problem.Message)));
    }

    /// <summary>Runs the machine and returns the execution, which has succeeded.</summary>
    public static Execution Of(StateMachine machine, Json input)
    {
        var execution = new Execution(machine);
        var effects = new List<Effect>();
        execution.Apply(new Fact.Started(Now, Start(input)), effects);
        while (effects.Contains(new Effect.Continue()))
        {
            effects.Clear();
            execution.Apply(new Fact.Continued(Now), effects);
        }

        return execution.Status == ExecutionStatus.Succeeded
            ? execution
            : throw new InvalidOperationException($"The execution was to succeed and is {execution.Status}: {execution.Failure}");
    }

    /// <summary>Runs the machine again and again, and returns the seconds one transition takes in the best of several rounds.</summary>
    public static double BestSecondsPerTransition(StateMachine machine, Json input, TimeSpan round, int rounds) =>
        BestSeconds(machine, input, round, rounds) / Of(machine, input).Transitions;

    /// <summary>Runs the machine again and again, and returns the seconds one run takes in the best of several rounds.</summary>
    /// <remarks>The best round: whatever else the machine does can only make a round slower.</remarks>
    public static double BestSeconds(StateMachine machine, Json input, TimeSpan round, int rounds)
    {
        var best = double.MaxValue;
        // The first round warms up: the JIT needs the calls to find out what is hot.
        for (var count = 0; count <= rounds; count++)
        {
            var runs = 0;
            var watch = Stopwatch.StartNew();
            do
            {
                Of(machine, input);
                runs++;
            }
            while (watch.Elapsed < round);

            best = count == 0 ? best : Math.Min(best, watch.Elapsed.TotalSeconds / runs);
        }

        return best;
    }

    private static ExecutionStart Start(Json input) => new()
    {
        ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:Benchmark:run",
        Name = "run",
        StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:Benchmark",
        StateMachineName = "Benchmark",
        RoleArn = "arn:aws:iam::123456789012:role/benchmark",
        Input = input,
        Seed = new string('0', 64),
        Limits = ExecutionLimits.Express,
    };
}
