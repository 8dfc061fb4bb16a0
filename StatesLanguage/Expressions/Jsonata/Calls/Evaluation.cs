using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>One evaluation under way: what it may see, and what it has used of its limits.</summary>
internal sealed class Evaluation
{
    private const int StepsBetweenLooks = 4096;

    private readonly JsonataLimits limits;
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
        this.externals = externals == 0 ? [] : new Json?[externals];
        untilLook = (int)Math.Min(StepsBetweenLooks, limits.Steps);
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
        if (++depth >= limits.Depth || --untilLook < 0)
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
        if (count > untilLook)
        {
            steps += count;
            Look();
        }
        else
        {
            untilLook -= (int)count;
        }
    }

    /// <summary>Calls a function from within another: no context, tail calls carried through.</summary>
    public Json? Call(Function function, params ReadOnlySpan<Json?> arguments)
    {
        Enter();
        var result = function.Apply(this, Json.Null, arguments);
        Leave();
        return result;
    }

    /// <summary>A text as a value, its length held against the limits.</summary>
    public Json Text(string text)
    {
        Build(text.Length, limits.Characters);
        return Json.Of(text);
    }

    /// <summary>Holds the length of a list or text to be built against the limits, before it is built.</summary>
    public void Build(long length, int limit)
    {
        built += length;
        if (length > limit || built > limits.Built)
        {
            throw new JsonataFailure("U1001") { Text = "Expression evaluation memory limit exceeded: Check for excessive memory usage" };
        }
    }

    /// <summary>Holds the number of items of a list against the limits, before it is built.</summary>
    public void BuildItems(long count) => Build(count, limits.Items);

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

    private void Look()
    {
        if (depth >= limits.Depth || (depth % 64 == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack()))
        {
            throw TooDeep();
        }

        if (untilLook >= 0)
        {
            return;
        }

        steps += StepsBetweenLooks;
        untilLook = StepsBetweenLooks;
        if (steps >= limits.Steps || limits.IsOutOfTime?.Invoke() == true)
        {
            throw new JsonataFailure("U1001") { Text = "Expression evaluation timeout: Check for infinite loop" };
        }
    }

    private static JsonataFailure TooDeep() => new("U1001")
    {
        Text = "Expression evaluation stack overflow: Check for non-terminating recursive function. Consider rewriting as tail-recursive",
    };
}
