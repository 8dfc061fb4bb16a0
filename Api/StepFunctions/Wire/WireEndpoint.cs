using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Access.Auditing;
using TaskOrchestration.Api.Access.Throttling;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Answers <c>POST /</c> in the protocol AWS calls JSON 1.0: the action in a header, its parameters and its answer as one JSON object.</summary>
/// <seealso href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0 protocol</seealso>
/// <param name="actions">The actions there are.</param>
/// <param name="log">Takes failures of the server's own.</param>
/// <param name="owned">Keeps executions from those who may not see them; none where there is no access control.</param>
/// <param name="limits">Keeps callers to the machines that their keys are for.</param>
/// <param name="throttle">Counts the calls of each action.</param>
/// <param name="lifetime">Tells when the host stops.</param>
public sealed class WireEndpoint(ActionTable actions, ILogger<WireEndpoint> log, TaskExecutions? owned = null, MachineLimits? limits = null, ActionThrottle? throttle = null, IHostApplicationLifetime? lifetime = null)
{
    private const string ContentType = "application/x-amz-json-1.0";

    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(1);

    /// <summary>The members that say what a request is about, the most telling first.</summary>
    private static readonly string[] Subjects = ["executionArn", "stateMachineArn", "activityArn", "mapRunArn", "resourceArn", "stateMachineVersionArn", "stateMachineAliasArn", "name"];

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var action = actions.Named(context.Request.Headers["X-Amz-Target"]);
            var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
            NoteSubject(context, body);
            if (action is IHandingAction handing)
            {
                await HandOverAsync(context, handing, body);
            }
            else
            {
                await WriteAsync(context, StatusCodes.Status200OK, await AnswerAsync(context, action, body, request => action.AnswerAsync(request, context.RequestAborted)));
            }
        }
        catch (AwsException e)
        {
            await AnswerAsync(context, e.Error);
        }
        catch (BadHttpRequestException e)
        {
            await AnswerAsync(context, new AwsError("SerializationException", e.Message, e.StatusCode));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to hear an answer.
            context.Abort();
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, the client gets an answer and the log the reason.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "{Target} failed unexpectedly", context.Request.Headers["X-Amz-Target"].ToString());
            await AnswerAsync(context, new AwsError("InternalServerError", "The request failed because of an error inside the server.", 500));
        }
    }

    /// <summary>Answers with an error.</summary>
    public static ValueTask AnswerAsync(HttpContext context, AwsError error)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(error);
        context.Features.Set(new AnsweredProblem(error.Code));
        return WriteAsync(context, error.Status, error.ToJson());
    }

    /// <summary>Answers, and says whether the answer reached the client: as far as the connection knows.</summary>
    private async Task HandOverAsync(HttpContext context, IHandingAction action, JsonObject body)
    {
        HandedAnswer? handed = null;
        var isWritten = false;
        try
        {
            var answer = await AnswerAsync(context, action, body, async request => (handed = await action.HandAsync(request, context.RequestAborted)).Answer);
            if (handed is { Task: null })
            {
                context.ForgoAudit();
            }

            context.RequestAborted.ThrowIfCancellationRequested();
            await WriteAsync(context, StatusCodes.Status200OK, answer);
            isWritten = !context.RequestAborted.IsCancellationRequested;
        }
        finally
        {
            if (isWritten)
            {
                _ = ConfirmAsync(handed!);
            }
            else if (handed is not null)
            {
                await handed.SettleAsync(isDelivered: false);
            }
        }
    }

    /// <summary>
    /// Says that the client got its answer once it has had the time for it: an answer that was written may still be in a buffer, and gone with the server if that is
    /// killed. A server that stops in good order sends it first.
    /// </summary>
    private async Task ConfirmAsync(HandedAnswer handed)
    {
        try
        {
            await Task.Delay(OnItsWay, lifetime?.ApplicationStopping ?? CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await handed.SettleAsync(isDelivered: true);
        }
#pragma warning disable CA1031 // Nobody waits for it. What is not on record is offered again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "That a worker has got its task could not be noted");
        }
    }

    private async ValueTask<JsonObject> AnswerAsync(HttpContext context, IAction action, JsonObject body, Func<JsonObject, ValueTask<JsonObject>> answer)
    {
        try
        {
            if (throttle is not null)
            {
                await throttle.TakeAsync(action.Name, body, context.RequestAborted);
            }

            limits?.Check(context, action.Name, body);
            if (owned is null)
            {
                return await answer(body);
            }

            await owned.CheckAsync(context, body);
            return await owned.AnswerAsync(context, body, request => limits is null ? answer(request) : MachineLimits.AnswerAsync(context, action.Name, request, answer));
        }
        catch (RefusedException e)
        {
            throw Refusals.InWordsOfAws(e);
        }
    }

    private static void NoteSubject(HttpContext context, JsonObject request)
    {
        if (Subjects.Select(member => (request[member] as JsonString)?.Value).FirstOrDefault(value => value is not null) is { } subject)
        {
            context.NoteForAudit(subject);
        }
    }

    private static async ValueTask WriteAsync(HttpContext context, int status, JsonObject body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.ContentLength = body.Utf8Length;
        response.Headers["x-amzn-RequestId"] = Guid.TryParse(context.TraceIdentifier, out _) ? context.TraceIdentifier : Guid.NewGuid().ToString();
        body.WriteTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync();
    }
}
