using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>What <c>lambda:invoke</c> is told.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke in the API of AWS Lambda</seealso>
internal sealed record LambdaInvokeParameters(FunctionReference Function, Json Payload, string InvocationType)
{
    public const string RequestResponse = "RequestResponse";
    public const string Event = "Event";
    public const string DryRun = "DryRun";

    private static readonly string[] Names = ["ClientContext", "FunctionName", "InvocationType", "LogType", "Payload", "Qualifier"];

    public static bool TryRead(
        TaskCall call, [NotNullWhen(true)] out LambdaInvokeParameters? parameters, [NotNullWhen(false)] out Failure? problem)
    {
        parameters = null;
        var given = call.Request.Input as JsonObject ?? JsonObject.Empty;
        problem = given.FirstOrDefault(parameter => !Names.Contains(parameter.Key)) is { Key: { } unknown } ? Unstartable.Unknown(given, unknown)
            : !given.Contains("FunctionName") ? Unstartable.Missing(given, "FunctionName")
            : null;
        if (problem is not null)
        {
            return false;
        }

        if (given["FunctionName"] is not JsonString { Value.Length: > 0 } name)
        {
            problem = Refused(
                call,
                "AWSLambdaException",
                "ValidationException",
                $"FunctionName: expected the name or ARN of a function, found {given["FunctionName"]}");
            return false;
        }

        if (!TryReadInvocationType(given["InvocationType"], out var invocationType))
        {
            problem = Refused(
                call,
                "AWSLambdaException",
                "ValidationException",
                $"InvocationType: expected {RequestResponse}, {Event} or {DryRun}, found {given["InvocationType"]}");
            return false;
        }

        if (!TryReadPayload(given["Payload"], out var payload, out var syntax))
        {
            problem = Refused(
                call, "InvalidRequestContentException", "InvalidRequestContentException", $"Could not parse request body into json: {syntax}");
            return false;
        }

        var function = FunctionReference.Parse(name.Value);
        parameters = new LambdaInvokeParameters(
            given["Qualifier"] is JsonString qualifier ? function with { Qualifier = qualifier.Value } : function, payload, invocationType);
        problem = null;
        return true;
    }

    private static bool TryReadInvocationType(Json? given, [NotNullWhen(true)] out string? invocationType)
    {
        invocationType = given is null ? RequestResponse : (given as JsonString)?.Value;
        return invocationType is RequestResponse or Event or DryRun;
    }

    private static bool TryReadPayload(Json? given, [NotNullWhen(true)] out Json? payload, out string? problem)
    {
        problem = null;
        payload = given switch
        {
            null or JsonNull or JsonString { Value.Length: 0 } => JsonObject.Empty,
            _ => given,
        };
        if (payload is not JsonString text)
        {
            return true;
        }

        try
        {
            payload = Json.Parse(text.Value);
            return true;
        }
        catch (JsonSyntaxException e)
        {
            payload = null;
            problem = e.Message;
            return false;
        }
    }

    private static Failure Refused(TaskCall call, string error, string code, string message) => new(
        $"Lambda.{error}",
        $"{message} (Service: AWSLambda; Status Code: 400; Error Code: {code}; Request ID: {RequestId.Of(call)}; Proxy: null)");
}
