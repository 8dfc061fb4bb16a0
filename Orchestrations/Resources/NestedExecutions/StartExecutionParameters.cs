using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.NestedExecutions;

/// <summary>What <c>states:startExecution</c> is told.</summary>
/// <param name="StateMachineArn">The machine, a version or an alias.</param>
/// <param name="Name">The name given, or one that follows from the attempt.</param>
/// <param name="Input">The input; an empty object where none is given.</param>
internal sealed record StartExecutionParameters(string StateMachineArn, string Name, Json Input)
{
    /// <summary>The ARN of the child, whichever version runs it.</summary>
    public string ExecutionArn => ArnScheme.Execution(QualifiedArn.Read(StateMachineArn).Machine, Name);

    private const int LongestName = 80;
    private static readonly string[] Names = ["Input", "Name", "StateMachineArn", "TraceHeader"];
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" ?*<>{}[]\"#%\\^|~`$&,;:/");

    public static bool TryRead(
        TaskCall call, [NotNullWhen(true)] out StartExecutionParameters? parameters, [NotNullWhen(false)] out Failure? problem)
    {
        parameters = null;
        var given = call.Request.Input as JsonObject ?? JsonObject.Empty;
        problem = given.FirstOrDefault(parameter => !Names.Contains(parameter.Key)) is { Key: { } unknown } ? Unstartable.Unknown(given, unknown)
            : !given.Contains("StateMachineArn") ? Unstartable.Missing(given, "StateMachineArn")
            : null;
        if (problem is not null)
        {
            return false;
        }

        if (given["StateMachineArn"] is not JsonString { Value.Length: > 0 } machine)
        {
            problem = StartExecutionFailure.Of(
                "Validation", $"StateMachineArn: expected the ARN of a state machine, found {given["StateMachineArn"]}", call);
            return false;
        }

        if (machine.Value.Split(':') is not ["arn", _, "states", _, _, "stateMachine", { Length: > 0 }, ..])
        {
            problem = StartExecutionFailure.Of("InvalidArn", $"Invalid Arn: 'Invalid ARN prefix: {machine.Value}'", call);
            return false;
        }

        if (!TryReadName(given["Name"], call, out var name))
        {
            problem = StartExecutionFailure.Of("InvalidName", $"Invalid Name: '{(given["Name"] as JsonString)?.Value ?? given["Name"]!.ToString()}'", call);
            return false;
        }

        if (!TryReadInput(given["Input"], out var input, out var syntax))
        {
            problem = StartExecutionFailure.Of("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{syntax}'", call);
            return false;
        }

        parameters = new StartExecutionParameters(machine.Value, name, input);
        problem = null;
        return true;
    }

    private static bool TryReadName(Json? given, TaskCall call, [NotNullWhen(true)] out string? name)
    {
        name = given is null or JsonNull ? NameOf(call) : (given as JsonString)?.Value;
        return name is { Length: > 0 and <= LongestName } && !name.AsSpan().ContainsAny(Forbidden) && !name.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
    }

    /// <summary>A UUID, as the service draws one, but the same for every repetition of the attempt; and of the attempt that follows a redrive.</summary>
    private static string NameOf(TaskCall call)
    {
        var seed = $"child\n{call.Execution.ExecutionArn}\n{call.Request.IdempotencyToken}\n{call.Request.RetryCount}";
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16)).ToString();
    }

    /// <summary>A text is the JSON text of the input, as the API has it.</summary>
    private static bool TryReadInput(Json? given, [NotNullWhen(true)] out Json? input, out string? problem)
    {
        problem = null;
        input = given is null or JsonNull ? JsonObject.Empty : given;
        if (input is not JsonString text)
        {
            return true;
        }

        try
        {
            input = Json.Parse(text.Value);
            return true;
        }
        catch (JsonSyntaxException e)
        {
            input = null;
            problem = e.Message;
            return false;
        }
    }
}
