using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Functions;

/// <summary>Does what a recorded function did, as the Python runtime would have reported it.</summary>
/// <param name="behaviour">The <c>behaviour</c> of the case's function.</param>
/// <param name="spend">Takes the time that the function slept.</param>
public sealed class ImitatedFunction(JsonObject behaviour, Action<TimeSpan> spend) : ITaskHandler
{
    /// <inheritdoc/>
    public ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        // A null payload reaches a Python handler as an empty object.
        var input = invocation.Input is JsonNull ? JsonObject.Empty : invocation.Input;
        return ValueTask.FromResult(behaviour.Text("kind") switch
        {
            "echo" => input,
            "const" => behaviour["returns"] ?? Json.Null,
            "const_large" => Large(),
            "format" => Json.Of($"input-event-{PythonText.Str(input)}"),
            "sleep_then_echo" => Slept(input),
            "raise" => throw new TaskFailureException(Raised(RequestId(invocation))),
            var kind => throw new NotSupportedException($"The behaviour '{kind}' cannot be imitated."),
        });
    }

    /// <summary>Another one for each call, and the same again in the next run, so that reports do not change by themselves.</summary>
    private static Guid RequestId(TaskInvocation invocation) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{invocation.IdempotencyToken} {invocation.RetryCount}")).AsSpan(0, 16));

    private Json Large()
    {
        var repeat = behaviour.Items("returns_repeat");
        return Json.Of(string.Concat(Enumerable.Repeat(((JsonString)repeat[0]).Value, (int)((JsonNumber)repeat[1]).Value)));
    }

    private Json Slept(Json input)
    {
        spend(TimeSpan.FromSeconds(behaviour.Integer("seconds") ?? 0));
        return input;
    }

    private Failure Raised(Guid requestId)
    {
        var recorded = behaviour.Object("recorded_payload");
        var errorType = behaviour.Text("errorType") ?? "Exception";
        var payload = JsonObject.Of(
            ("errorMessage", Json.Of(behaviour.Text("errorMessage") ?? "")),
            ("errorType", Json.Of(errorType)),
            ("requestId", Json.Of(requestId.ToString())),
            ("stackTrace", recorded?["stackTrace"] ?? StackTrace(errorType)));
        return new Failure(errorType, PythonText.Dumps(payload));
    }

    /// <summary>That of a handler whose only line raises.</summary>
    private JsonArray StackTrace(string errorType) => JsonArray.Of(Json.Of(
        $"  File \"/var/task/handler.py\", line 2, in handler\n    raise {errorType}(\"{behaviour.Text("errorMessage")}\")\n"));
}
