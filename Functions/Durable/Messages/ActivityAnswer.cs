using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What the activities that take down facts, and perhaps do a task, answer.</summary>
public sealed record ActivityAnswer
{
    /// <summary>The digest of the input that is answered.</summary>
    /// <remarks>
    /// On some backends an activity may run for an episode that never became history, and its answer may then be taken for that of another activity,
    /// which has the same number in the episode as it ran again. This tells the two apart.
    /// </remarks>
    public required string Ticket { get; init; }

    /// <summary>Whether the orchestration runs its execution (still); if not, nothing was done but to take facts down.</summary>
    public bool Runs { get; init; } = true;

    /// <summary>What a service answered that has taken the job, while its end is still to come; or null.</summary>
    public Json? Submitted { get; init; }

    /// <summary>How the task went, or null where there is none or it has not ended.</summary>
    public TaskOutcome? Outcome { get; init; }

    /// <summary>The execution the task waits for: when it has ended, the task is to be asked for again. Or the one that was told to stop and still runs. Or null.</summary>
    public string? Child { get; init; }

    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(new JsonObjectBuilder(6)
        .Set("ticket", Json.Of(Ticket))
        .SetIfPresent("isOver", Member.Flag(!Runs))
        .SetIfPresent("submitted", Submitted)
        .SetIfPresent("output", (Outcome as TaskOutcome.Succeeded)?.Output)
        .SetIfPresent("failure", Outcome is TaskOutcome.Failed failed ? FailureCodec.ToJson(failed.Failure) : null)
        .SetIfPresent("child", Child)
        .Build());

    /// <summary>The ticket of an input: the same on every host, whichever packed it.</summary>
    public static string TicketOf(string input) => Digest.Of(PackedText.ContentOf(input));

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ActivityAnswer Read(string? text)
    {
        var message = PackedText.ReadObject(text);
        return new()
        {
            Ticket = Member.Text(message, "ticket"),
            Runs = !Member.Flag(message, "isOver"),
            Submitted = message["submitted"],
            Outcome = message["output"] is { } output ? new TaskOutcome.Succeeded(output)
                : message["failure"] is JsonObject failure ? new TaskOutcome.Failed(FailureCodec.FromJson(failure))
                : null,
            Child = Member.OptionalText(message, "child"),
        };
    }
}
