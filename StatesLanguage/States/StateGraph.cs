using System.Collections.Frozen;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>States and the one to start at: a machine's own, a Branch's, or an ItemProcessor's.</summary>
public sealed record StateGraph
{
    private readonly FrozenDictionary<string, State> byName;

    /// <summary>The graph of these states. The parser has checked that <paramref name="startAt"/> and every target is one of them.</summary>
    public StateGraph(string startAt, ValueList<State> states)
    {
        StartAt = startAt;
        States = states;
        byName = states.ToFrozenDictionary(state => state.Name, StringComparer.Ordinal);
    }

    /// <summary>The name of the first state.</summary>
    public string StartAt { get; }

    /// <summary>The states, in the order in which they were written.</summary>
    public ValueList<State> States { get; }

    /// <summary>The state of that name.</summary>
    public State this[string name] => byName[name];

    /// <inheritdoc/>
    public bool Equals(StateGraph? other) => other is not null && StartAt == other.StartAt && States.Equals(other.States);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StartAt, States);
}
