using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>A world in which every task answers something that the definition can go on with. What may be one way or another falls out by chance, by a seed.</summary>
internal sealed class PlausibleWorld
{
    /// <summary>How deep whole inputs nest in whole inputs.</summary>
    private const int Depth = 4;

    /// <summary>How deep what paths ask for nests beyond that, should names lead in a circle.</summary>
    private const int LeastDepth = -4;

    /// <summary>How many whole inputs there are at most in one value.</summary>
    private const int Room = 20;

    private const int Wholes = 12;

    /// <summary>How much rarer lists are inside a value than on its outside.</summary>
    private const double ShareInside = 0.3;

    /// <summary>More tasks than any run needs that gets anywhere.</summary>
    private const int MostTasks = 120;

    private readonly WishList wishes;
    private readonly Random random;
    private readonly Dictionary<string, Shape> shapes = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> resultNames;
    private readonly int depth;
    private readonly Dictionary<string, bool> listResults = new(StringComparer.Ordinal);
    private readonly double listShare;
    private readonly double missingShare;
    private readonly List<Json> wholes = [];
    private int tasks;
    private int roomLeft;

    /// <summary>A world.</summary>
    /// <param name="wishes">What the definition expects.</param>
    /// <param name="resultNames">Under which name a state keeps the result of its task, by the name of the state.</param>
    /// <param name="seed">Which of the worlds that fit.</param>
    public PlausibleWorld(WishList wishes, IReadOnlyDictionary<string, string> resultNames, int seed)
    {
        this.wishes = wishes;
        this.resultNames = resultNames;
        depth = seed % (Depth + 1);
        random = new Random(seed);
        listShare = random.NextDouble();
        missingShare = random.NextDouble();
        foreach (var name in wishes.Names)
        {
            shapes.Add(name, ShapeOf(wishes[name], isFirst: seed == 0));
        }
    }

    private enum Shape
    {
        Scalar,
        Object,
        List,
        JsonText,
    }

    /// <summary>Something that has all that is asked for.</summary>
    public Json Whole() => Whole(random.NextDouble() < listShare);

    /// <summary>The text of a file that a Map reads.</summary>
    /// <param name="forms">In which forms the Maps read files.</param>
    /// <param name="path">What it is called.</param>
    public string File(IReadOnlyList<JsonObject> forms, string path) =>
        PlausibleFile.Of(forms.Count == 0 ? JsonObject.Empty : forms[random.Next(forms.Count)], path, [WholeObject(depth), WholeObject(depth)]);

    /// <summary>Does a task: it answers at once.</summary>
    /// <exception cref="InvalidOperationException">There have been too many.</exception>
    public TaskReport Perform(TaskRequest request)
    {
        if (++tasks > MostTasks)
        {
            throw new InvalidOperationException($"expected the execution to end within {MostTasks} tasks");
        }

        var result = resultNames.TryGetValue(request.StateName, out var name) && random.Next(3) > 0 ? ResultUnder(name) : Whole(AnswersList(request.StateName));
        return new TaskReport(TimeSpan.FromSeconds(1), at => new Fact.TaskSucceeded(at, request.Task, result));
    }

    /// <summary>A state whose task answers a list does so every time.</summary>
    private bool AnswersList(string state)
    {
        if (!listResults.TryGetValue(state, out var answersList))
        {
            listResults.Add(state, answersList = random.NextDouble() < listShare);
        }

        return answersList;
    }

    private Json Whole(bool asList) => asList && wishes[PathSegments.Root].IsList ? JsonArray.Of(Whole(HasListsInLists()), Whole(HasListsInLists())) : Some();

    private bool HasListsInLists() => random.NextDouble() < listShare * ShareInside;

    /// <summary>One of a few whole inputs: what they hold varies enough between them to get out of a loop.</summary>
    private Json Some()
    {
        if (wholes.Count < Wholes)
        {
            roomLeft = Room;
            wholes.Add(WholeObject(depth));
            return wholes[^1];
        }

        return wholes[random.Next(Wholes)];
    }

    private Json ResultUnder(string name)
    {
        roomLeft = Room;
        return Value(name, depth);
    }

    /// <summary>What a path goes on into weighs more than a comparison, which may be about another value of that name.</summary>
    private Shape ShapeOf(Wish wish, bool isFirst)
    {
        var likely = new List<Shape>();
        Add(Shape.JsonText, wish.IsJsonText ? 3 : 0);
        Add(Shape.List, wish.IsList ? 3 : 0);
        Add(Shape.Object, wish.Members.Count > 0 ? 3 : wish.IsWhole ? 1 : 0);
        Add(Shape.Scalar, wish.Scalars.Count > 0 || likely.Count == 0 ? 1 : 0);
        return isFirst ? likely[0] : likely[random.Next(likely.Count)];

        void Add(Shape shape, int times) => likely.AddRange(Enumerable.Repeat(shape, times));
    }

    private Json Whole(int depth) =>
        wishes[PathSegments.Root].IsList && depth > LeastDepth && random.NextDouble() < listShare * ShareInside
            ? JsonArray.Of(Enumerable.Range(0, 2).Select(_ => Whole(depth - 1)))
            : WholeObject(depth);

    private JsonObject WholeObject(int depth)
    {
        roomLeft--;
        var members = new JsonObjectBuilder();
        foreach (var name in wishes.Names.Where(name => name != PathSegments.Root))
        {
            if (!wishes[name].MayBeMissing || random.NextDouble() >= missingShare)
            {
                members.Set(name, Value(name, depth));
            }
        }

        return members.Build();
    }

    private Json Value(string name, int depth)
    {
        var wish = wishes[name];
        return shapes[name] switch
        {
            Shape.JsonText => Json.Of(Plain(name, wish, depth).ToString()),
            Shape.List => Plain(name, wish, depth),
            Shape.Object => Members(name, wish, depth),
            _ => Scalar(name, wish),
        };
    }

    private Json Plain(string name, Wish wish, int depth) =>
        wish.IsList ? JsonArray.Of(Enumerable.Range(0, 2).Select(_ => Item(name, wish, depth))) : Item(name, wish, depth);

    private Json Item(string name, Wish wish, int depth) =>
        wish.Members.Count + wish.ItemMembers.Count > 0 || wish.IsWhole ? Members(name, wish, depth) : Scalar(name, wish);

    private Json Members(string name, Wish wish, int depth)
    {
        if (wish.IsWhole && depth > 0 && roomLeft > 0)
        {
            return Whole(depth - 1);
        }

        var members = new JsonObjectBuilder();
        foreach (var member in wish.Members.Concat(wish.ItemMembers))
        {
            // A member of the same name as what holds it is something else: $.key.key.
            members.Set(member, depth > LeastDepth && member != name ? Value(member, depth - 1) : Scalar(member, wishes[member]));
        }

        return members.Build();
    }

    private Json Scalar(string name, Wish wish) =>
        wish.Scalars.Count == 0
            ? random.Next(8) == 0 ? Json.Of(random.Next(1, 4)) : Samples.Text(name)
            : wish.Scalars.ElementAt(random.Next(wish.Scalars.Count));
}
