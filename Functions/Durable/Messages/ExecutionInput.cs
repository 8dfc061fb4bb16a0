using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What an orchestration begins or goes on with.</summary>
/// <remarks>
/// It is all an orchestrator knows: it reads no store. The definition and the state travel as packed texts of their own, so that each can lie elsewhere
/// when it is too long (<see cref="InputEnvelope"/>).
/// </remarks>
public sealed record ExecutionInput
{
    /// <summary>The text of the machine's definition.</summary>
    public required string Definition { get; init; }

    /// <summary>The Map in that machine whose child the execution is, or null if it is none.</summary>
    public string? MapName { get; init; }

    /// <summary>The execution's first fact; or null where it goes on from <see cref="Snapshot"/>.</summary>
    public Fact.Started? First { get; init; }

    /// <summary>The state of the execution after all facts before <see cref="Next"/>.</summary>
    public JsonObject? Snapshot { get; init; }

    /// <summary>The place of the next fact among all facts of the execution.</summary>
    public required int Next { get; init; }

    /// <summary>The digest over all facts before that (<see cref="Functions.Executions.FactChain"/>).</summary>
    public required string Chain { get; init; }

    /// <summary>When the last of those facts happened: none happens before it.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Whether nothing has been taken down yet by this orchestration.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>What the orchestration had in hand when it continued as new.</summary>
    public Luggage Luggage { get; init; } = Luggage.None;

    /// <summary>For a new execution, whose first fact was taken down already.</summary>
    /// <param name="definition">The text of the machine's definition.</param>
    /// <param name="first">The first fact.</param>
    public static ExecutionInput Of(string definition, Fact.Started first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new()
        {
            Definition = definition,
            First = first,
            Next = 1,
            Chain = Functions.Executions.FactChain.Next(Functions.Executions.FactChain.Beginning, first),
            LastAt = first.At,
        };
    }

    /// <summary>For an execution that was redriven; that fact was taken down already.</summary>
    /// <param name="definition">The text of the definition it has run from its start.</param>
    /// <param name="execution">The execution, with all its facts applied and <see cref="Fact.Redriven"/> as the last.</param>
    /// <param name="next">How many facts these were.</param>
    /// <param name="chain">The digest over them.</param>
    public static ExecutionInput Redriven(string definition, Execution execution, int next, string chain)
    {
        ArgumentNullException.ThrowIfNull(execution);
        return new()
        {
            Definition = definition,
            Snapshot = execution.Snapshot(),
            Next = next,
            Chain = chain,
            LastAt = execution.RedrivenAt ?? throw new ArgumentException("expected an execution that was redriven, found one that was not", nameof(execution)),
        };
    }

    /// <summary>All but the definition, as JSON.</summary>
    internal JsonObject StateToJson() => new JsonObjectBuilder(8)
        .SetIfPresent("first", First is null ? null : FactCodec.ToJson(First))
        .SetIfPresent("snapshot", Snapshot)
        .Set("next", Json.Of(Next))
        .Set("chain", Json.Of(Chain))
        .Set("lastAt", Member.Moment(LastAt))
        .SetIfPresent("isFirst", Member.Flag(IsFirst))
        .SetIfPresent("luggage", Luggage.IsEmpty ? null : Luggage.ToJson())
        .Build();

    /// <summary>The input of these parts.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    internal static ExecutionInput FromJson(string definition, JsonObject state) => new()
    {
        Definition = definition,
        First = state["first"] is { } first ? (Fact.Started)FactCodec.FromJson(first) : null,
        Snapshot = state["snapshot"] as JsonObject,
        Next = (int)Member.Whole(state, "next"),
        Chain = Member.Text(state, "chain"),
        LastAt = Member.Moment(state, "lastAt"),
        IsFirst = Member.Flag(state, "isFirst"),
        Luggage = state["luggage"] is JsonObject luggage ? Luggage.FromJson(luggage) : Luggage.None,
    };
}
