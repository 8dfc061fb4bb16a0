using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;

namespace TaskOrchestration.Benchmarks.Expressions;

/// <summary>Measures the expressions in this process. <c>timer.cjs</c> does the same, step by step, for the JavaScript implementation.</summary>
public static class OwnTimer
{
    private const int Rounds = 3;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(8);

    /// <summary>The cost of each expression, by id; those that do not come to the expected value are left out.</summary>
    public static IReadOnlyDictionary<string, ExpressionCost> Measure(IReadOnlyList<ExpressionCase> cases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var right = cases.Where(IsRight).ToList();

        // One pass over all before anything counts: what they share is compiled by then.
        foreach (var @case in right)
        {
            Best(Whole(@case), rounds: 1);
            Best(Evaluation(@case), rounds: 1);
        }

        var costs = new Dictionary<string, ExpressionCost>();
        foreach (var @case in right)
        {
            cancellationToken.ThrowIfCancellationRequested();
            costs[@case.Id] = new ExpressionCost(Best(Evaluation(@case), Rounds), Best(Whole(@case), Rounds));
        }

        return costs;
    }

    private static bool IsRight(ExpressionCase @case) =>
        JsonataExpression.TryParse(@case.Text, out var expression, out _)
        && @case.Expected.Equals(expression!.Evaluate(@case.Input, new CaseScope(@case.Bindings)).Value);

    private static Action Evaluation(ExpressionCase @case)
    {
        var expression = JsonataExpression.Parse(@case.Text);
        var scope = new CaseScope(@case.Bindings);
        return () => expression.Evaluate(@case.Input, scope);
    }

    private static Action Whole(ExpressionCase @case)
    {
        var scope = new CaseScope(@case.Bindings);
        return () => JsonataExpression.Parse(@case.Text).Evaluate(@case.Input, scope);
    }

    /// <summary>The seconds of one call in the best of several rounds: whatever else the machine does can only make a round slower.</summary>
    private static double Best(Action action, int rounds)
    {
        // A round of its own to warm up, which also says how many calls make a round.
        var calls = 0;
        var watch = Stopwatch.StartNew();
        do
        {
            action();
            calls++;
        }
        while (watch.Elapsed < Round);

        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            watch.Restart();
            for (var call = 0; call < calls; call++)
            {
                action();
            }

            best = Math.Min(best, watch.Elapsed.TotalSeconds / calls);
        }

        return best;
    }
}
