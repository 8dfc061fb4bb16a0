using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>Which variables the states of a machine read.</summary>
internal static class VariableReferences
{
    /// <summary>By the name of the state, the names of the variables it reads, each list sorted; states that read none are left out.</summary>
    public static JsonObject Of(StateMachine machine)
    {
        var found = new JsonObjectBuilder();
        Collect(machine.Graph, found);
        return found.Build();
    }

    private static void Collect(StateGraph graph, JsonObjectBuilder found)
    {
        foreach (var state in graph.States)
        {
            var names = new SortedSet<string>(PathsOf(state).Select(path => path.Variable).OfType<string>(), StringComparer.Ordinal);
            if (names.Count > 0)
            {
                found.Set(state.Name, JsonArray.Of(names.Select(Json.Of)));
            }

            foreach (var inner in Inside(state))
            {
                Collect(inner, found);
            }
        }
    }

    private static ValueList<StateGraph> Inside(State state) => state switch
    {
        MapState map => [map.ItemProcessor],
        ParallelState parallel => parallel.Branches,
        _ => [],
    };

    private static IEnumerable<ValuePath> PathsOf(State state) =>
    [
        .. PathsOf(state.InputPath),
        .. PathsOf(state.OutputPath),
        .. PathsOf(state.Output),
        .. PathsOf(state.Assign),
        .. OwnPathsOf(state),
    ];

    private static IEnumerable<ValuePath> OwnPathsOf(State state) => state switch
    {
        TaskState task => [.. PathsOfWork(task), .. PathsOf(task.TimeoutSeconds), .. PathsOf(task.HeartbeatSeconds), .. PathsOf(task.Credentials)],
        MapState map =>
        [
            .. PathsOfWork(map),
            .. PathsOf(map.Items),
            .. PathsOf(map.ItemSelector),
            .. PathsOf(map.MaxConcurrency),
            .. PathsOf(map.ToleratedFailureCount),
            .. PathsOf(map.ToleratedFailurePercentage),
        ],
        WorkState work => PathsOfWork(work),
        PassState pass => PathsOf(pass.Parameters),
        ChoiceState choice => choice.Choices.SelectMany(rule => (IEnumerable<ValuePath>)[.. PathsOf(rule.Condition), .. PathsOf(rule.Output), .. PathsOf(rule.Assign)]),
        WaitState { Delay: Delay.For delay } => PathsOf(delay.Seconds),
        WaitState { Delay: Delay.Until delay } => PathsOf(delay.Timestamp),
        FailState fail => [.. PathsOf(fail.Error), .. PathsOf(fail.Cause)],
        SucceedState => [],
        _ => throw new UnreachableException($"no way to look into {state.GetType().Name}"),
    };

    private static IEnumerable<ValuePath> PathsOfWork(WorkState work) =>
    [
        .. PathsOf(work.Arguments),
        .. PathsOf(work.ResultSelector),
        .. work.Catch.SelectMany(catcher => PathsOf(catcher.Output).Concat(PathsOf(catcher.Assign))),
    ];

    private static IEnumerable<ValuePath> PathsOf(DataPath path) => path is DataPath.At at ? [at.Path] : [];

    private static IEnumerable<ValuePath> PathsOf(IEnumerable<Assignment> assignments) => assignments.SelectMany(assignment => PathsOf(assignment.Value));

    private static IEnumerable<ValuePath> PathsOf(Condition condition) => condition switch
    {
        Condition.And and => and.Conditions.SelectMany(PathsOf),
        Condition.Or or => or.Conditions.SelectMany(PathsOf),
        Condition.Not not => PathsOf(not.Condition),
        Condition.Compare compare => [compare.Variable],
        Condition.ComparePath compare => [compare.Variable, compare.Other],
        Condition.Holds holds => PathsOf(holds.Expression),
        _ => throw new UnreachableException($"no way to look into {condition.GetType().Name}"),
    };

    private static IEnumerable<ValuePath> PathsOf(Expression? expression) => expression switch
    {
        null or Expression.Constant => [],
        Expression.PathTo path => [path.Path],
        Expression.Call call => call.Function.Paths,
        Expression.ObjectOf template => template.Fields.SelectMany(field => PathsOf(field.Value)),
        Expression.ListOf list => list.Items.SelectMany(PathsOf),
        _ => throw new UnreachableException($"no way to look into {expression.GetType().Name}"),
    };
}
