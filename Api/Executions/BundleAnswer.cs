using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Executions.Views;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Executions;

/// <summary>An execution to take along (<see cref="BundleView"/>), written piece by piece: a long history is never in memory as a whole.</summary>
internal sealed class BundleAnswer(Course course, ExecutionView execution, DateTimeOffset at) : IAnswer
{
    public const string Format = "taskorch-execution";

    private const int FactsAtOnce = 500;
    private const int EventsAtOnce = 500;

    /// <inheritdoc/>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(execution.Name)}\"";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { Encoder = RestJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("formatVersion", 1);
        json.WritePropertyName("exportedAt");
        JsonSerializer.Serialize(json, at, RestJson.Options);
        json.WritePropertyName("execution");
        JsonSerializer.Serialize(json, execution, RestJson.Options);
        await WriteFactsAsync(context, json);
        await WriteHistoryAsync(context, json);
        json.WriteEndObject();
    }

    private static string FileName(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')) + ".execution.json";

    private async Task WriteFactsAsync(HttpContext context, Utf8JsonWriter json)
    {
        json.WriteStartArray("facts");
        for (var next = 0; next < execution.FactCount; )
        {
            var (facts, _) = await course.FactsAsync(next - 1, Math.Min(FactsAtOnce, execution.FactCount - next), context.RequestAborted);
            foreach (var fact in facts)
            {
                JsonSerializer.Serialize(json, FactView.Of(fact), RestJson.Options);
            }

            next += facts.Count;
            await SendAsync(context, json);
        }

        json.WriteEndArray();
    }

    /// <summary>As far as <see cref="ExecutionView.EventCount"/>: what happens while it is written is not part of it.</summary>
    private async Task WriteHistoryAsync(HttpContext context, Utf8JsonWriter json)
    {
        json.WriteStartArray("history");
        for (var last = 0L; last < execution.EventCount; )
        {
            var read = await course.EventsAsync(last, (int)Math.Min(EventsAtOnce, execution.EventCount - last), context.RequestAborted);
            foreach (var happened in read)
            {
                json.WriteRawValue(HistoryEventJson.Write(happened, withData: true).ToUtf8(), skipInputValidation: true);
            }

            last = read[^1].Id;
            await SendAsync(context, json);
        }

        json.WriteEndArray();
    }

    private static async Task SendAsync(HttpContext context, Utf8JsonWriter json)
    {
        await json.FlushAsync(context.RequestAborted);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
