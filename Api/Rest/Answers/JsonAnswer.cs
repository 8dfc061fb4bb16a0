using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TaskOrchestration.Api.Rest.Answers;

/// <summary>A status, and a value as JSON unless there is none.</summary>
internal sealed class JsonAnswer(int status, object? value) : IAnswer
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The body; empty if there is none.</summary>
    public byte[] Body { get; } = value is null ? [] : JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), RestJson.Options);

    /// <summary>200.</summary>
    public static ValueTask<IAnswer> Ok(object value) => new(new JsonAnswer(StatusCodes.Status200OK, value));

    /// <summary>201, with where the new thing is.</summary>
    public static ValueTask<IAnswer> Created(HttpContext context, string location, object value)
    {
        context.Response.Headers.Location = location;
        return new(new JsonAnswer(StatusCodes.Status201Created, value));
    }

    /// <summary>204.</summary>
    public static ValueTask<IAnswer> NoContent() => new(new JsonAnswer(StatusCodes.Status204NoContent, value: null));

    /// <summary>304.</summary>
    public static ValueTask<IAnswer> NotModified() => new(new JsonAnswer(StatusCodes.Status304NotModified, value: null));

    /// <inheritdoc/>
    public Task WriteAsync(HttpContext context) => WriteAsync(context, status, Body);

    /// <summary>Writes JSON text.</summary>
    public static Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        var response = context.Response;
        response.StatusCode = status;
        if (body.Length == 0)
        {
            return Task.CompletedTask;
        }

        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
