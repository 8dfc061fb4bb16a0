using System.Text.Json;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What reaches a running orchestration from outside: the payload of the one external event it listens to.</summary>
public abstract record Signal
{
    /// <summary>The name of the event.</summary>
    public const string EventName = "Signal";

    private Signal() { }

    /// <summary>The text to raise the event with.</summary>
    public string Text => PackedText.Of(ToJson());

    /// <summary>Something has happened to the execution.</summary>
    public static Signal Of(Fact fact) =>
        IsFromOutside(fact) ? new Happened(fact) : throw new ArgumentException($"expected a fact that comes from outside, found {fact?.GetType().Name}", nameof(fact));

    /// <summary>An execution that a task of this one has started has ended.</summary>
    public static Signal ChildEnded(string executionArn) => new Ended(executionArn);

    /// <summary>Something about a Map Run has changed on record.</summary>
    public static Signal Changed() => new Woken();

    /// <summary>Reads the text of an event.</summary>
    /// <exception cref="FormatException">Anyone may raise an event, and this is none of ours.</exception>
    public static Signal Parse(string? text)
    {
        var message = PackedText.ReadObject(text);
        if (Member.OptionalText(message, "ended") is { } child)
        {
            return new Ended(child);
        }

        if (Member.Flag(message, "changed"))
        {
            return new Woken();
        }

        var fact = FactCodec.FromJson(message);
        return IsFromOutside(fact) ? new Happened(fact) : throw new FormatException($"expected a fact that comes from outside, found {fact.GetType().Name}");
    }

    /// <summary>The text of an event as it came, whatever it is.</summary>
    /// <remarks>
    /// Ours are texts. People raise events by hand, with JSON: were a text insisted on, reading one of theirs would throw in the worker, where nobody can catch it,
    /// and end the orchestration but not its execution.
    /// </remarks>
    public static string TextOf(object? payload) => payload switch
    {
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        JsonElement json => json.GetRawText(),
        _ => payload?.ToString() ?? "",
    };

    private protected abstract Json ToJson();

    private static bool IsFromOutside(Fact fact) => fact is Fact.TaskStarted or Fact.TaskSubmitted or Fact.TaskHeartbeat or Fact.TaskSucceeded or Fact.TaskFailed or Fact.Stopped;

    /// <summary>Something has happened to the execution. When, is a matter of the orchestrator's own clock.</summary>
    public sealed record Happened(Fact Fact) : Signal
    {
        private protected override Json ToJson() => FactCodec.ToJson(Fact);
    }

    /// <summary>Something about a Map Run has changed on record.</summary>
    public sealed record Woken : Signal
    {
        private protected override Json ToJson() => JsonObject.Of(("changed", Json.True));
    }

    /// <summary>An execution, or a Map Run, that this one waits for has ended.</summary>
    public sealed record Ended(string ExecutionArn) : Signal
    {
        private protected override Json ToJson() => JsonObject.Of(("ended", Json.Of(ExecutionArn)));
    }
}
