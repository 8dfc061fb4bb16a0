using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Calling;

/// <summary>What a client made of the server's answer.</summary>
public abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    /// <summary>An answer.</summary>
    /// <param name="Members">What the client handed over; every moment is the text <c>&lt;moment&gt;</c>.</param>
    public sealed record Answered(JsonObject Members) : CallOutcome;

    /// <summary>An error.</summary>
    /// <param name="Name">What AWS calls it.</param>
    /// <param name="Message">What the server said.</param>
    /// <param name="IsTyped">Whether it came as the exception that the client has for this error, so that a program can catch it by its type.</param>
    /// <param name="Members">What else the error bears.</param>
    public sealed record Refused(string Name, string Message, bool IsTyped, JsonObject Members) : CallOutcome;
}
