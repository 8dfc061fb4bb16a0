using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Support.Definitions;

/// <summary>Makes machines that are right, of every kind of state and with every field.</summary>
public sealed class MachineMaker(Random random)
{
    private const int DeepestGraph = 3;

    private readonly PieceMaker pieces = new(random);
    private int named;
    private QueryLanguage machineLanguage;

    /// <summary>Machines, each made from a seed that a failed test prints.</summary>
    public static Arbitrary<int> Seeds { get; } = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    public static StateMachine Make(int seed) => new MachineMaker(new Random(seed)).Make();

    private StateMachine Make()
    {
        machineLanguage = random.Next(4) == 0 ? QueryLanguage.Jsonata : QueryLanguage.JsonPath;
        return MakeMachine();
    }

    private StateMachine MakeMachine() => new()
    {
        QueryLanguage = machineLanguage,
        Graph = MakeGraph(DeepestGraph),
        Comment = pieces.Maybe(pieces.Text),
        Version = pieces.Maybe(() => "1.0"),
        TimeoutSeconds = random.Next(2) == 0 ? null : random.Next(1, 1000),
    };

    private StateGraph MakeGraph(int depth)
    {
        var names = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Name()).ToArray();
        var states = names.Select((name, i) => MakeState(name, names, names.ElementAtOrDefault(i + 1), depth));
        return new StateGraph(names[0], [.. states]);
    }

    private string Name() => $"S{named++}{random.Next(6) switch { 0 => " ö/\"", 1 => "[0]", 2 => "😀", _ => "" }}";

    /// <summary>A state that leads to the next one, so that all can be reached, and may lead elsewhere too.</summary>
    private State MakeState(string name, string[] names, string? next, int depth)
    {
        var language = random.Next(4) == 0 ? QueryLanguage.Jsonata : machineLanguage;
        pieces.Depth = depth;
        pieces.Language = language;
        Transition transition = next is null ? new Transition.End() : new Transition.Next(next);
        State state = random.Next(next is null ? 0 : 2, depth == 0 ? 6 : 8) switch
        {
            0 => new SucceedState { Name = name },
            1 => new FailState { Name = name, Error = pieces.Maybe(pieces.TextOrComputed), Cause = pieces.Maybe(pieces.TextOrComputed) },
            2 when next is not null => MakeChoice(name, names, next),
            2 or 3 => new PassState
            {
                Name = name,
                Result = language == QueryLanguage.Jsonata ? null : pieces.Maybe(pieces.Value),
                Parameters = language == QueryLanguage.Jsonata ? null : pieces.Maybe(pieces.Template),
                ResultPath = pieces.ResultTarget(),
                Transition = transition,
            },
            4 => new WaitState { Name = name, Delay = pieces.Delay(), Transition = transition },
            5 => MakeTask(name, transition),
            6 => new ParallelState
            {
                Name = name,
                Arguments = pieces.Maybe(pieces.Template),
                Branches = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => MakeGraph(depth - 1))],
                Transition = transition,
            },
            _ => MakeMap(name, transition, depth),
        };

        // The graphs inside it have been made meanwhile.
        pieces.Depth = depth;
        pieces.Language = language;
        return WithShared(state is WorkState work ? WithFailures(work, names) : state);
    }

    private State WithShared(State state)
    {
        var commented = state with { Comment = pieces.Maybe(pieces.Text), QueryLanguage = pieces.Language };
        return state is FailState
            ? commented
            : commented with
            {
                InputPath = pieces.DataPath(),
                OutputPath = pieces.DataPath(),
                Output = pieces.Output(),
                Assign = state is SucceedState ? [] : pieces.Assignments(),
            };
    }

    private WorkState WithFailures(WorkState state, string[] names) => state with
    {
        ResultSelector = pieces.Language == QueryLanguage.Jsonata ? null : pieces.Maybe(pieces.Template),
        ResultPath = pieces.ResultTarget(),
        Retry = [.. Enumerable.Range(0, random.Next(3)).Select(_ => pieces.Retrier())],
        Catch = [.. Enumerable.Range(0, random.Next(3)).Select(_ => pieces.Catcher(names[random.Next(names.Length)]))],
    };

    private ChoiceState MakeChoice(string name, string[] names, string next) => new()
    {
        Name = name,
        Choices =
        [
            .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new ChoiceRule
            {
                Condition = pieces.Condition(depth: 3),
                Next = names[random.Next(names.Length)],
                Output = pieces.Output(),
                Assign = pieces.Assignments(),
                Comment = pieces.Maybe(pieces.Text),
            }),
        ],
        Default = next,
    };

    private TaskState MakeTask(string name, Transition transition) => new()
    {
        Name = name,
        Resource = pieces.Resource(),
        Arguments = pieces.Maybe(pieces.Template),
        TimeoutSeconds = pieces.Maybe(() => pieces.NumberOrPath(100, 200)),
        HeartbeatSeconds = pieces.Maybe(() => pieces.NumberOrPath(1, 99)),
        Credentials = pieces.Maybe(pieces.Credentials),
        Transition = transition,
    };

    private MapState MakeMap(string name, Transition transition, int depth)
    {
        var selector = pieces.Maybe(pieces.Template);
        var usesParameters = selector is not null && pieces.Language == QueryLanguage.JsonPath && random.Next(2) == 0;
        var map = new MapState
        {
            Name = name,
            Items = pieces.Maybe(pieces.Items),
            ItemSelector = selector,
            UsesParameters = usesParameters,
            UsesIterator = random.Next(2) == 0,
            MaxConcurrency = pieces.Maybe(() => pieces.NumberOrPath(0, 10)),
            ToleratedFailureCount = pieces.Maybe(() => pieces.NumberOrPath(0, 10)),
            ToleratedFailurePercentage = pieces.Maybe(() => pieces.NumberOrPath(0, 100)),
            Distribution = pieces.Maybe(pieces.Distribution),
            ItemProcessor = MakeGraph(depth - 1),
            Transition = transition,
        };
        return map with { Distribution = map.Distribution is { } distribution ? Suited(distribution, map.ItemProcessor) : null };
    }

    /// <summary>Express children can do less, and labels are unique as names are.</summary>
    private Distribution Suited(Distribution distribution, StateGraph processor) => distribution with
    {
        Label = distribution.Label is null ? null : $"label{named++}",
        ExecutionType = processor.States.All(MayBeExpress) ? distribution.ExecutionType : StateMachineType.Standard,
    };

    private static bool MayBeExpress(State state) => state switch
    {
        TaskState task => TaskResource.Parse(task.Resource) is not (TaskResource.Activity or TaskResource.Integration { Pattern: not IntegrationPattern.RequestResponse }),
        MapState map => map.Distribution is null && map.ItemProcessor.States.All(MayBeExpress),
        ParallelState parallel => parallel.Branches.All(branch => branch.States.All(MayBeExpress)),
        _ => true,
    };
}
