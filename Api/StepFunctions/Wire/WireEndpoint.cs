using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Answers <c>POST /</c> in the protocol AWS calls JSON 1.0: the action in a header, its parameters and its answer as one JSON object.</summary>
/// <seealso href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0 protocol</seealso>
public sealed class WireEndpoint(ActionTable actions, ILogger<WireEndpoint> log)
{
    private const string ContentType = "application/x-amz-json-1.0";

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.Response;
        try
        {
            var answer = await AnswerAsync(context.Request, context.RequestAborted);
            await WriteAsync(response, StatusCodes.Status200OK, answer);
        }
        catch (AwsException e)
        {
            await WriteAsync(response, e.Error);
        }
        catch (BadHttpRequestException e)
        {
            await WriteAsync(response, new AwsError("SerializationException", e.Message, e.StatusCode));
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
            await WriteAsync(response, new AwsError("InternalServerError", "The request failed because of an error inside the server.", 500));
        }
    }

    private async ValueTask<JsonObject> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var action = actions.Named(request.Headers["X-Amz-Target"]);
        var body = await RequestBody.ReadAsync(request, cancellationToken);
        try
        {
            return await action.AnswerAsync(body, cancellationToken);
        }
        catch (RefusedException e)
        {
            throw Refusals.InWordsOfAws(e);
        }
    }

    private static ValueTask WriteAsync(HttpResponse response, AwsError error) => WriteAsync(response, error.Status, error.ToJson());

    private static async ValueTask WriteAsync(HttpResponse response, int status, JsonObject body)
    {
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.ContentLength = body.Utf8Length;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        body.WriteTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync();
    }
}
