using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.StepFunctions.Wire;

namespace TaskOrchestration.Api.Admission;

/// <summary>Turns requests to the Step Functions API away while as many are under way as may be: at once, before anything is done for them.</summary>
/// <remarks>
/// What is let in comes after all that has arrived by now, so that arrivals are counted before any work is done. Otherwise work that never waits, such as
/// reading, would keep the others from being counted: they would queue unseen between the socket and here, however many they are.
/// </remarks>
internal sealed class AdmissionMiddleware(RequestDelegate next, Places places)
{
    private const int SmallBody = 64 * 1024;

    private static readonly Denial Refusal = Denial.Throttled("Rate exceeded", retryAfter: 1);

    public Task InvokeAsync(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<WireProtocol>() is null ? next(context) : AdmitAsync(context);

    private async Task AdmitAsync(HttpContext context)
    {
        var place = places.For(WireActions.Named(context.Request));
        if (place.IsTaken)
        {
            await DenialAnswering.AnswerAsync(context, Refusal);
        }
        else if (context.Request.ContentLength is not <= SmallBody)
        {
            await EnterWithLargeBodyAsync(context, place);
        }
        else if (await HasArrivedAsync(context))
        {
            await EnterAsync(context, place);
        }
    }

    private async Task EnterWithLargeBodyAsync(HttpContext context, Place place)
    {
        if (!places.Large.TryTake())
        {
            await DenialAnswering.AnswerAsync(context, Refusal);
            return;
        }

        try
        {
            await EnterAsync(context, place);
        }
        finally
        {
            places.Large.Gate.Leave();
        }
    }

    /// <summary>Waits for the whole of a small body, which may take its time: nobody who only dribbles takes up a place.</summary>
    /// <returns>Whether it has come; if not, the client knows.</returns>
    private static async ValueTask<bool> HasArrivedAsync(HttpContext context)
    {
        try
        {
            var body = context.Request.BodyReader;
            var read = await body.ReadAsync(context.RequestAborted);
            while (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                read = await body.ReadAsync(context.RequestAborted);
            }

            body.AdvanceTo(read.Buffer.Start);
            return true;
        }
        catch (BadHttpRequestException e)
        {
            await WireEndpoint.AnswerAsync(context, new AwsError("SerializationException", e.Message, e.StatusCode));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to hear an answer.
            context.Abort();
        }

        return false;
    }

    private async Task EnterAsync(HttpContext context, Place place)
    {
        if (!place.TryTake())
        {
            await DenialAnswering.AnswerAsync(context, Refusal);
            return;
        }

        try
        {
            await Task.Yield();
            await next(context);
        }
        finally
        {
            place.Gate.Leave();
        }
    }
}
