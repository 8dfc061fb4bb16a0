using System.Globalization;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Functions.Storage.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Idempotency;

/// <summary>Answers as entities, and back.</summary>
internal static class AnswerEntity
{
    public static TableEntity Write(IdempotentAnswer answer, string partition, string key)
    {
        var entity = new TableEntity(partition, key)
        {
            [nameof(IdempotentAnswer.Scope)] = answer.Scope,
            [nameof(IdempotentAnswer.Key)] = answer.Key,
            [nameof(IdempotentAnswer.RequestHash)] = answer.RequestHash,
            [nameof(IdempotentAnswer.Status)] = answer.Status,
            [nameof(IdempotentAnswer.At)] = answer.At.ToString("O", CultureInfo.InvariantCulture),
        };
        entity.SetText(nameof(IdempotentAnswer.ContentType), answer.ContentType);
        entity.SetText(nameof(IdempotentAnswer.Headers), Write(answer.Headers));
        entity.SetText(nameof(IdempotentAnswer.Body), answer.Body);
        return entity;
    }

    public static IdempotentAnswer Read(TableEntity entity) => new()
    {
        Scope = entity.Required(nameof(IdempotentAnswer.Scope)),
        Key = entity.Required(nameof(IdempotentAnswer.Key)),
        RequestHash = entity.Required(nameof(IdempotentAnswer.RequestHash)),
        Status = entity.GetInt32(nameof(IdempotentAnswer.Status)) ?? 0,
        ContentType = entity.FindText(nameof(IdempotentAnswer.ContentType)),
        Headers = ReadHeaders(entity.FindText(nameof(IdempotentAnswer.Headers)) ?? "[]"),
        Body = entity.FindText(nameof(IdempotentAnswer.Body)) ?? "",
        At = DateTimeOffset.ParseExact(entity.Required(nameof(IdempotentAnswer.At)), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
    };

    /// <summary>An array of names and values in turn: a header may be there twice.</summary>
    private static string Write(IEnumerable<AnswerHeader> headers) =>
        JsonArray.Of(headers.SelectMany(header => new[] { Json.Of(header.Name), Json.Of(header.Value) })).ToString();

    private static Domain.Values.ValueList<AnswerHeader> ReadHeaders(string kept) =>
        [.. ((JsonArray)Json.Parse(kept)).Select(text => ((JsonString)text).Value).Chunk(2).Select(pair => new AnswerHeader(pair[0], pair[1]))];
}
