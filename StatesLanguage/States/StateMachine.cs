namespace TaskOrchestration.StatesLanguage.States;

/// <summary>A definition that has been parsed: what an execution runs.</summary>
/// <seealso href="https://states-language.net/spec.html#toplevelfields">Top-level fields in the specification</seealso>
public sealed record StateMachine
{
    /// <summary>The states and where they start.</summary>
    public required StateGraph Graph { get; init; }

    /// <summary>The language of states that do not name one of their own.</summary>
    public QueryLanguage QueryLanguage { get; init; }

    /// <summary>How long an execution may run, in seconds, or null for as long as it takes.</summary>
    public long? TimeoutSeconds { get; init; }

    /// <summary>The author's remark.</summary>
    public string? Comment { get; init; }

    /// <summary>The version of the States Language the author wrote for.</summary>
    public string? Version { get; init; }
}
