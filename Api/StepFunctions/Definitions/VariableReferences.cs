using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
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
            var names = new SortedSet<string>(ReadBy(state), StringComparer.Ordinal);
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

    private static IEnumerable<string> ReadBy(State state) =>
    [
        .. ReadBy(state.InputPath),
        .. ReadBy(state.OutputPath),
        .. ReadBy(state.Output),
        .. ReadBy(state.Assign),
        .. ReadByOwnFields(state),
    ];

    private static IEnumerable<string> ReadByOwnFields(State state) => state switch
    {
        TaskState task => [.. ReadByWork(task), .. ReadBy(task.TimeoutSeconds), .. ReadBy(task.HeartbeatSeconds), .. ReadBy(task.Credentials)],
        MapState map =>
        [
            .. ReadByWork(map),
            .. ReadBy(map.Items),
            .. ReadBy(map.ItemSelector),
            .. ReadBy(map.MaxConcurrency),
            .. ReadBy(map.ToleratedFailureCount),
            .. ReadBy(map.ToleratedFailurePercentage),
            .. ReadBy(map.Distribution),
        ],
        WorkState work => ReadByWork(work),
        PassState pass => ReadBy(pass.Parameters),
        ChoiceState choice => choice.Choices.SelectMany(rule => (IEnumerable<string>)[.. ReadBy(rule.Condition), .. ReadBy(rule.Output), .. ReadBy(rule.Assign)]),
        WaitState { Delay: Delay.For delay } => ReadBy(delay.Seconds),
        WaitState { Delay: Delay.Until delay } => ReadBy(delay.Timestamp),
        FailState fail => [.. ReadBy(fail.Error), .. ReadBy(fail.Cause)],
        SucceedState => [],
        _ => throw new UnreachableException($"no way to look into {state.GetType().Name}"),
    };

    private static IEnumerable<string> ReadBy(Distribution? distribution) =>
    [
        .. ReadBy(distribution?.ItemReader?.Arguments),
        .. ReadBy(distribution?.ItemReader?.MaxItems),
        .. ReadBy(distribution?.ItemBatcher?.MaxItemsPerBatch),
        .. ReadBy(distribution?.ItemBatcher?.MaxInputBytesPerBatch),
        .. ReadBy(distribution?.ItemBatcher?.BatchInput),
        .. ReadBy(distribution?.ResultWriter?.Arguments),
    ];

    private static IEnumerable<string> ReadByWork(WorkState work) =>
    [
        .. ReadBy(work.Arguments),
        .. ReadBy(work.ResultSelector),
        .. work.Catch.SelectMany(catcher => ReadBy(catcher.Output).Concat(ReadBy(catcher.Assign))),
    ];

    private static IEnumerable<string> ReadBy(DataPath path) => path is DataPath.At at ? ReadBy(at.Path) : [];

    private static IEnumerable<string> ReadBy(IEnumerable<Assignment> assignments) => assignments.SelectMany(assignment => ReadBy(assignment.Value));

    private static IEnumerable<string> ReadBy(Condition condition) => condition switch
    {
        Condition.And and => and.Conditions.SelectMany(ReadBy),
        Condition.Or or => or.Conditions.SelectMany(ReadBy),
        Condition.Not not => ReadBy(not.Condition),
        Condition.Compare compare => ReadBy(compare.Variable),
        Condition.ComparePath compare => [.. ReadBy(compare.Variable), .. ReadBy(compare.Other)],
        Condition.Holds holds => ReadBy(holds.Expression),
        _ => throw new UnreachableException($"no way to look into {condition.GetType().Name}"),
    };

    private static IEnumerable<string> ReadBy(Expression? expression) => expression switch
    {
        null or Expression.Constant => [],
        Expression.PathTo path => ReadBy(path.Path),
        Expression.Call call => call.Function.Paths.SelectMany(ReadBy),
        Expression.Query query => query.Jsonata.References.Where(IsOwnVariable).Select(reference => reference.Name),
        Expression.ObjectOf template => template.Fields.SelectMany(field => ReadBy(field.Value)),
        Expression.ListOf list => list.Items.SelectMany(ReadBy),
        _ => throw new UnreachableException($"no way to look into {expression.GetType().Name}"),
    };

    private static IEnumerable<string> ReadBy(ValuePath path) => path.Variable is { } variable ? [variable] : [];

    /// <summary><c>$states</c> is there for every state and no variable of the author's.</summary>
    private static bool IsOwnVariable(JsonataReference reference) => reference is { Kind: JsonataReferenceKind.Variable, Name: not "states" };
}
