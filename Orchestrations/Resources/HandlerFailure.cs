using System.Reflection;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>What a function that throws looks like to a state machine.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/dg/csharp-exceptions.html">Function errors of AWS Lambda</seealso>
public static class HandlerFailure
{
    /// <summary>How much of a message is kept: a history event has room for 32,768 characters of cause, which escaping can fill several times over.</summary>
    private const int LongestMessage = 4096;

    /// <summary>AWS's bounds for what a failure may say, in characters.</summary>
    private const int LongestError = 256, LongestCause = 32_768;

    /// <summary>The failure of this name, with the cause <c>{"errorMessage":…,"errorType":…}</c>.</summary>
    public static Failure Of(string errorType, string errorMessage)
    {
        ArgumentNullException.ThrowIfNull(errorType);
        ArgumentNullException.ThrowIfNull(errorMessage);
        var cause = JsonObject.Of(("errorMessage", Json.Of(Shortened(errorMessage))), ("errorType", Json.Of(errorType)));
        return new Failure(errorType, cause.ToString());
    }

    /// <summary>The failure an exception stands for. What is longer than AWS lets a failure be is cut: it would not fit into a state's input.</summary>
    public static Failure Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is TaskFailureException { Failure: { } failure } ? Bounded(failure) : Bounded(Of(NameOf(exception.GetType()), exception.Message));
    }

    /// <summary>The failure that a function describes by its answer. One that says too much keeps its name and the beginning of its message.</summary>
    public static Failure Of(string errorType, JsonObject description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var cause = description.ToString();
        return cause.Length <= LongestCause ? new Failure(errorType, cause) : Of(Cut(errorType, LongestError), description["errorMessage"] is JsonString said ? said.Value : "");
    }

    private static string NameOf(Type type)
    {
        if (type.GetCustomAttribute<ErrorNameAttribute>(inherit: true) is { } named)
        {
            return named.Name;
        }

        var arity = type.Name.IndexOf('`');
        return arity < 0 ? type.Name : type.Name[..arity];
    }

    private static string Shortened(string message) => message.Length <= LongestMessage ? message : Cut(message, LongestMessage) + "…";

    private static Failure Bounded(Failure failure) => new(
        failure.Error is { } error ? Cut(error, LongestError) : null, failure.Cause is { } cause ? Cut(cause, LongestCause) : null);

    /// <summary>The beginning of a text, without half a character at its end.</summary>
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
