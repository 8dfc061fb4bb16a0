using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>A world in which every task answers something that the definition can go on with. What may be one way or another falls out by chance, by a seed.</summary>
internal sealed class PlausibleWorld
{
    /// <summary>How deep whole inputs nest in whole inputs.</summary>
    private const int Depth = 2;

    /// <summary>How deep what paths ask for nests beyond that, should names lead in a circle.</summary>
    private const int LeastDepth = -4;

    /// <summary>More tasks than any run needs that gets anywhere.</summary>
    private const int MostTasks = 300;

    private readonly WishList wishes;
    private readonly Random random;
    private readonly Dictionary<string, Shape> shapes = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> resultNames;
    private readonly int depth;
    private readonly double listShare;
    private int tasks;

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
    public Json Whole() => Whole(depth);

    /// <summary>Does a task: it answers at once.</summary>
    /// <exception cref="InvalidOperationException">There have been too many.</exception>
    public TaskReport Perform(TaskRequest request)
    {
        if (++tasks > MostTasks)
        {
            throw new InvalidOperationException($"expected the execution to end within {MostTasks} tasks");
        }

        var result = resultNames.TryGetValue(request.StateName, out var name) && random.Next(3) > 0 ? Value(name, depth) : Whole();
        return new TaskReport(TimeSpan.FromSeconds(1), at => new Fact.TaskSucceeded(at, request.Task, result));
    }

    private Shape ShapeOf(Wish wish, bool isFirst)
    {
        var likely = new List<Shape>();
        if (wish.IsJsonText)
        {
            likely.Add(Shape.JsonText);
        }

        if (wish.IsList)
        {
            likely.Add(Shape.List);
        }

        if (wish.Members.Count > 0 || wish.IsWhole)
        {
            likely.Add(Shape.Object);
        }

        if (wish.Scalars.Count > 0 || likely.Count == 0)
        {
            likely.Add(Shape.Scalar);
        }

        return isFirst ? likely[0] : likely[random.Next(likely.Count)];
    }

    private Json Whole(int depth) =>
        wishes[PathSegments.Root].IsList && depth > LeastDepth && random.NextDouble() < listShare
            ? JsonArray.Of(Enumerable.Range(0, 2).Select(_ => Whole(depth - 1)))
            : WholeObject(depth);

    private JsonObject WholeObject(int depth)
    {
        var members = new JsonObjectBuilder();
        foreach (var name in wishes.Names.Where(name => name != PathSegments.Root))
        {
            if (!wishes[name].MayBeMissing || random.Next(2) == 0)
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
            Shape.JsonText => Json.Of(Item(wish, depth).ToString()),
            Shape.List => JsonArray.Of(Enumerable.Range(0, 2).Select(_ => Item(name, wish, depth))),
            Shape.Object => Item(wish, depth),
            _ => Scalar(name, wish),
        };
    }

    private Json Item(string name, Wish wish, int depth) => wish.Members.Count > 0 || wish.IsWhole ? Item(wish, depth) : Scalar(name, wish);

    private Json Item(Wish wish, int depth)
    {
        if (wish.IsWhole && depth > 0)
        {
            return Whole(depth - 1);
        }

        var members = new JsonObjectBuilder();
        foreach (var member in wish.Members)
        {
            members.Set(member, depth > LeastDepth ? Value(member, depth - 1) : Scalar(member, wishes[member]));
        }

        return members.Build();
    }

    private Json Scalar(string name, Wish wish) =>
        wish.Scalars.Count == 0
            ? random.Next(8) == 0 ? Json.Of(random.Next(1, 4)) : Samples.Text(name)
            : wish.Scalars.ElementAt(random.Next(wish.Scalars.Count));
}
