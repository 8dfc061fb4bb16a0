using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

/// <summary>The laws of the parser hold for what the maker makes, so it has to make everything.</summary>
public class MachineMakerTests
{
    private static readonly StateMachine[] Made = [.. Enumerable.Range(0, 300).Select(MachineMaker.Make)];

    [Fact]
    public void Makes_every_kind_of_state() =>
        Assert.Equal(KindsOf<State>(), NamesOf(Made.SelectMany(machine => StatesIn(machine.Graph))));

    [Fact]
    public void Makes_every_kind_of_delay() =>
        Assert.Equal(
            KindsOf<Delay>(),
            NamesOf(Made.SelectMany(machine => StatesIn(machine.Graph)).OfType<WaitState>().Select(wait => wait.Delay)));

    [Fact]
    public void Makes_every_kind_of_condition() =>
        Assert.Equal(
            KindsOf<Condition>(),
            NamesOf(Made
                .SelectMany(machine => StatesIn(machine.Graph))
                .OfType<ChoiceState>()
                .SelectMany(choice => choice.Choices)
                .SelectMany(rule => ConditionsIn(rule.Condition))));

    private static IEnumerable<string> KindsOf<T>() =>
        typeof(T).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(IEnumerable<object> made) =>
        made.Select(one => one.GetType().Name).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<State> StatesIn(StateGraph graph) => graph.States.Concat(graph.States.SelectMany(state => state switch
    {
        ParallelState parallel => parallel.Branches.SelectMany(StatesIn),
        MapState map => StatesIn(map.ItemProcessor),
        _ => [],
    }));

    private static IEnumerable<Condition> ConditionsIn(Condition condition) => condition switch
    {
        Condition.And and => and.Conditions.SelectMany(ConditionsIn).Prepend(and),
        Condition.Or or => or.Conditions.SelectMany(ConditionsIn).Prepend(or),
        Condition.Not not => ConditionsIn(not.Condition).Prepend(not),
        _ => [condition],
    };
}
