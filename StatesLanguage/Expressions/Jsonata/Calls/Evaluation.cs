using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>One evaluation under way: what it may see, and what it has used of its limits.</summary>
internal sealed class Evaluation
{
    private const int StepsBetweenLooks = 4096;

    /// <summary>From this depth on each part looks whether there is stack left, for hosts that allow far more depth than AWS.</summary>
    private const int UncheckedDepth = 128;

    /// <summary>How many characters weigh as much as an item of a list.</summary>
    private const int ItemWeight = 10;

    /// <summary>How many bytes of a value's text weigh as much as a step.</summary>
    private const int BytesPerStep = 32;

    private readonly JsonataLimits limits;
    private readonly int lookDepth;
    private readonly Json?[] externals;
    private int depth;
    private int untilLook;
    private long steps;
    private long built;

    public Evaluation(IJsonataScope scope, JsonataOptions options, Json? root, int externals)
    {
        Scope = scope;
        Options = options;
        Root = root;
        limits = scope.Limits;
        lookDepth = Math.Min(limits.Depth, UncheckedDepth);
        this.externals = externals == 0 ? [] : new Json?[externals];
        untilLook = (int)Math.Min(StepsBetweenLooks, limits.Steps);
    }

    /// <summary>The evaluation of an expression within another: it goes on with what is left of the limits.</summary>
    public Evaluation(Evaluation outer, int externals)
        : this(outer.Scope, outer.Options, outer.Root, externals)
    {
        GoOnFrom(outer);
    }

    /// <summary>What the evaluation may see of the world.</summary>
    public IJsonataScope Scope { get; }

    /// <summary>How the expression was read.</summary>
    public JsonataOptions Options { get; }

    /// <summary>The input of the whole expression: <c>$$</c>.</summary>
    public Json? Root { get; }

    /// <summary>Enters a part of the expression that has parts; <see cref="Leave"/> goes with it, but for what fails.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        // A part that has parts is about to enter one of them.
        if (++depth >= lookDepth || --untilLook < 0)
        {
            Look();
        }
    }

    /// <summary>Leaves what was entered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => depth--;

    /// <summary>Counts steps against the limit: whoever loops says how often.</summary>
    public void Step(long count = 1)
    {
        if (count <= untilLook)
        {
            untilLook -= (int)count;
            return;
        }

        steps += count;
        untilLook = -1;
        Look();
    }

    /// <summary>Takes over what another has used of the limits.</summary>
    public void GoOnFrom(Evaluation other)
    {
        depth = other.depth;
        untilLook = other.untilLook;
        steps = other.steps;
        built = other.built;
    }

    /// <summary>Calls a function from within another: no context, tail calls carried through.</summary>
    public Json? Call(Function function, params ReadOnlySpan<Json?> arguments)
    {
        Enter();
        var result = function.Apply(this, Json.Null, arguments);
        Leave();
        return Nested(result);
    }

    /// <summary>A text as a value, its length held against the limits.</summary>
    public Json Text(string text)
    {
        Build(text.Length, limits.Characters);
        return Json.Of(text);
    }

    /// <summary>Holds the length of a list or text to be built against the limits, before it is built.</summary>
    public void Build(long length, int limit) => Build(length, limit, weight: 1);

    /// <summary>Holds the number of items of a list against the limits, before it is built.</summary>
    public void BuildItems(long count) => Build(count, limits.Items, ItemWeight);

    /// <summary>Counts as steps what it takes to go through all of a value, which may hold another many times over.</summary>
    public void Weigh(Json value)
    {
        if (value.Nesting > 0)
        {
            Step(value.Utf8Length / BytesPerStep);
        }
    }

    /// <summary>A value that was just built, unless it nests too deep to be handled.</summary>
    public Json? Nested(Json? value) => value is null || value.Nesting <= limits.Nesting
        ? value
        : throw new JsonataFailure("U1001") { Text = $"Expression evaluation memory limit exceeded: a value is nested more than {limits.Nesting} deep" };

    /// <summary>A variable from the scope, asked for once.</summary>
    public bool TryGetExternal(string name, int index, out Json? value)
    {
        var known = externals[index];
        if (known is not null)
        {
            value = Frame.Read(known);
            return !ReferenceEquals(known, Frame.Unknown);
        }

        var isThere = Scope.TryGetVariable(name, out value);
        externals[index] = isThere ? Frame.Written(value) : Frame.Unknown;
        return isThere;
    }

    private void Build(long length, int limit, int weight)
    {
        built += length * weight;
        if (length > limit || built > limits.Built)
        {
            throw new JsonataFailure("U1001") { Text = JsonataFailure.MemoryLimit };
        }
    }

    private void Look()
    {
        if (depth >= limits.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooDeep();
        }

        if (untilLook >= 0)
        {
            return;
        }

        steps += StepsBetweenLooks;
        untilLook = StepsBetweenLooks;
        if (steps > limits.Steps || limits.IsOutOfTime?.Invoke() == true)
        {
            throw new JsonataFailure("U1001") { Text = "Expression evaluation timeout: Check for infinite loop" };
        }
    }

    private static JsonataFailure TooDeep() => new("U1001")
    {
        Text = "Expression evaluation stack overflow: Check for non-terminating recursive function. Consider rewriting as tail-recursive",
    };
}
