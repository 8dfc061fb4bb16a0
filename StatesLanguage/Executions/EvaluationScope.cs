using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What the paths of a strand's state see. One per execution, pointed at a strand before each use; or one for data that no execution holds any more.</summary>
internal sealed class EvaluationScope : IPathScope
{
    private readonly Execution? execution;
    private readonly JsonObject variables = JsonObject.Empty;
    private Strand? strand;
    private long? task;
    private JsonObject? mapPart;
    private JsonObject? context;
    private Json? result;
    private Json? errorOutput;

    /// <summary>A scope for the states of an execution.</summary>
    public EvaluationScope(Execution execution) => this.execution = execution;

    /// <summary>A scope apart from any execution.</summary>
    public EvaluationScope(Json input, JsonObject context, JsonObject variables)
    {
        Input = input;
        this.context = context;
        this.variables = variables;
    }

    /// <inheritdoc/>
    public Json Input { get; private set; } = null!;

    /// <inheritdoc/>
    public Json Context => context ??= BuildContext();

    /// <summary>The moment of the fact being applied; apart from an execution, the moment when the state was entered.</summary>
    public DateTimeOffset Now => execution?.Now ?? EnteredAt();

    /// <summary>Looks at a strand's data.</summary>
    /// <param name="current">The strand.</param>
    /// <param name="input">What <c>$</c> is.</param>
    /// <param name="currentTask">The task attempt whose token <c>$$.Task.Token</c> is, or null.</param>
    /// <param name="currentItem">The item about to become an iteration, or null.</param>
    public EvaluationScope At(Strand current, Json input, long? currentTask = null, JsonObject? currentItem = null)
    {
        strand = current;
        Input = input;
        task = currentTask;
        mapPart = currentItem;
        context = null;
        result = null;
        errorOutput = null;
        return this;
    }

    /// <summary>Looks at the data of a strand whose state is written in JSONata and is about to be left.</summary>
    /// <param name="current">The strand.</param>
    /// <param name="currentResult">What <c>$states.result</c> is, or null where there is none.</param>
    /// <param name="currentError">What <c>$states.errorOutput</c> is, or null where there is none.</param>
    public EvaluationScope AtEndOf(Strand current, Json? currentResult, Json? currentError)
    {
        At(current, current.Input);
        result = currentResult;
        errorOutput = currentError;
        return this;
    }

    /// <summary>What <c>$states</c> is.</summary>
    /// <param name="withContext">Whether the context object is wanted in it; making it costs more than all else.</param>
    public JsonObject States(bool withContext)
    {
        var states = new JsonObjectBuilder(4).Set("input", Input);
        if (withContext)
        {
            states.Set("context", Context);
        }

        return states.SetIfPresent("result", result).SetIfPresent("errorOutput", errorOutput).Build();
    }

    /// <inheritdoc/>
    public bool TryGetVariable(string name, [NotNullWhen(true)] out Json? value)
    {
        for (var scope = strand; scope is not null; scope = scope.Owner)
        {
            if (scope.Variables.TryGet(name, out value))
            {
                return true;
            }
        }

        return variables.TryGet(name, out value);
    }

    /// <summary>All variables the strand sees, as they are now.</summary>
    public JsonObject Variables()
    {
        var seen = new JsonObjectBuilder();
        for (var scope = strand; scope is not null; scope = scope.Owner)
        {
            foreach (var (name, value) in scope.Variables.Where(variable => !seen.Contains(variable.Key)))
            {
                seen.Set(name, value);
            }
        }

        return seen.Build();
    }

    private DateTimeOffset EnteredAt() =>
        context?["State"] is JsonObject state && state["EnteredTime"] is JsonString entered && Timestamp.TryParse(entered.Value, out var moment) ? moment : default;

    private JsonObject BuildContext()
    {
        var built = execution!.ObservationOf(strand!)?.Context ?? ContextObject.Of(execution, strand!, task);
        return mapPart is null ? built : built.With("Map", mapPart);
    }
}
