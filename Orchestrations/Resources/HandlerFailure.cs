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

    /// <summary>The failure of this name, with the cause <c>{"errorMessage":…,"errorType":…}</c>.</summary>
    public static Failure Of(string errorType, string errorMessage)
    {
        ArgumentNullException.ThrowIfNull(errorType);
        ArgumentNullException.ThrowIfNull(errorMessage);
        var cause = JsonObject.Of(("errorMessage", Json.Of(Shortened(errorMessage))), ("errorType", Json.Of(errorType)));
        return new Failure(errorType, cause.ToString());
    }

    /// <summary>The failure an exception stands for.</summary>
    public static Failure Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is TaskFailureException { Failure: { } failure } ? failure : Of(NameOf(exception.GetType()), exception.Message);
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

    private static string Shortened(string message) => message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
}
