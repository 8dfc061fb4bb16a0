using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Api.Rest;

/// <summary>The problems that refusals of the rooms further in are answered with.</summary>
internal static class Refusing
{
    /// <summary>The problem of an exception; null for one that is our own bug.</summary>
    public static ProblemException? ProblemOf(Exception exception) => exception switch
    {
        ProblemException problem => problem,
        TaskRefusedException refused => Of(refused),
        RefusedException refused => Of(refused),
        InvalidCursorException cursor => new ProblemException(StatusCodes.Status400BadRequest, "invalid-cursor", cursor.Message, new FieldProblem("cursor", cursor.Message)),
        BlobTooLargeException tooLarge => new ProblemException(StatusCodes.Status413PayloadTooLarge, "too-large", tooLarge.Message),
        InvalidBlobPathException path => new ProblemException(StatusCodes.Status400BadRequest, "invalid-parameter", path.Message),
        InvalidTaskException task => new ProblemException(StatusCodes.Status400BadRequest, "invalid-body", task.Message),
        BadHttpRequestException bad => OfStatus(bad.StatusCode, bad.Message),
        _ => null,
    };

    /// <summary>The problem of a status that was answered without a word.</summary>
    public static ProblemException OfStatus(int status, string detail) =>
        ProblemCode.All.FirstOrDefault(code => code.Status == status) is { } code && status != StatusCodes.Status400BadRequest
            ? new ProblemException(status, code.Code, detail)
            : new ProblemException(status is >= 400 and < 500 ? StatusCodes.Status400BadRequest : status, status is >= 400 and < 500 ? "bad-request" : "internal-error", detail);

    private static ProblemException Of(TaskRefusedException refused) => refused.Refusal switch
    {
        TaskRefusal.TaskDoesNotExist => new ProblemException(404, "not-found", refused.Message),
        TaskRefusal.VersionMismatch => new ProblemException(412, "precondition-failed", refused.Message),
        TaskRefusal.WrongStatus => new ProblemException(409, "wrong-status", refused.Message),
        TaskRefusal.KeyReused => new ProblemException(422, "idempotency-key-reused", refused.Message),
        TaskRefusal.InvalidSubmission => new ProblemException(422, "invalid-submission", refused.Message),
        _ => throw new UnreachableException($"refusal {refused.Refusal}"),
    };

    private static ProblemException Of(RefusedException refused)
    {
        FieldProblem[] errors = [.. refused.Problems.Select(problem => new FieldProblem(problem.Pointer, problem.Message))];
        return refused.Refusal switch
        {
            Refusal.StateMachineDoesNotExist or Refusal.ExecutionDoesNotExist or Refusal.TaskDoesNotExist => new ProblemException(404, "not-found", refused.Message, errors),
            Refusal.StateMachineAlreadyExists or Refusal.ExecutionAlreadyExists => new ProblemException(409, "already-exists", refused.Message, errors),
            Refusal.InvalidDefinition or Refusal.InvalidExecutionInput or Refusal.InvalidOutput or Refusal.InvalidToken => new ProblemException(422, "invalid-submission", refused.Message, errors),
            Refusal.Unavailable => new ProblemException(503, "unavailable", refused.Message, errors),
            // What else there is says that the thing is not in a state to do what was asked.
            _ => new ProblemException(409, "wrong-status", refused.Message, errors),
        };
    }
}
