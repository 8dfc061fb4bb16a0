using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Orchestrations.Alerts;

namespace TaskOrchestration.Functions.Storage.Alerts;

/// <summary>What is known of alerts, in the table <c>alerts</c>: one entity for each instance of the app.</summary>
/// <remarks>
/// Every instance evaluates the rules by what it has seen itself. One that starts takes over what the others know: the latest state of each rule, and, of what
/// was counted in one step of time, the most that any of them had; they may have taken over from one another. Notices stay with whoever has them, who keeps
/// them every few minutes for as long as it offers them; those of an instance that has not kept anything for <see cref="Silence"/> go to the next that starts.
/// </remarks>
internal sealed class TableAlertMemory(EntityTables tables, string instance, TimeProvider time, ILogger<TableAlertMemory> logger) : IAlertMemory
{
    /// <summary>After what time without a word an instance is taken for gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(15);

    private const string Partition = "alerts";
    private const string Document = "Document";
    private const string KeptAt = "KeptAt";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly EntityTable table = tables[TableNames.Alerts];

    private string Key => KeyText.Bounded(instance);

    /// <inheritdoc/>
    public async ValueTask<AlertRecollection?> RecallAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var kept = await table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken).ToListAsync(cancellationToken);
            return kept.Count == 0 ? null : await TakeOverAsync(kept, cancellationToken);
        }
        catch (Exception e) when (IsOfStorage(e) || e is JsonException)
        {
            logger.LogError(e, "What is known of alerts cannot be read: alerts begin anew, and those that fire will be told of again");
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask KeepAsync(AlertRecollection recollection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recollection);
        try
        {
            await PutAsync(recollection, cancellationToken);
        }
        catch (Exception e) when (IsOfStorage(e))
        {
            logger.LogError(e, "What is known of alerts cannot be written: after a restart alerts would go on from what was written last");
        }
    }

    private static bool IsOfStorage(Exception e) => e is TransientFailureException or RequestFailedException or EntityTooLargeException;

    private async ValueTask<AlertRecollection> TakeOverAsync(List<TableEntity> kept, CancellationToken cancellationToken)
    {
        var known = kept.Select(entity => (Entity: entity, Recollection: Read(entity))).ToList();
        var silent = kept.Where(entity => entity.RowKey != Key && entity.GetDateTimeOffset(KeptAt) < time.GetUtcNow() - Silence).ToList();
        var recalled = new AlertRecollection
        {
            States = known
                .SelectMany(each => each.Recollection.States)
                .GroupBy(state => state.Key, StringComparer.Ordinal)
                .ToDictionary(states => states.Key, states => states.MaxBy(state => state.Value.EvaluatedAt).Value, StringComparer.Ordinal),
            FailedExecutions = Most(known.Select(each => each.Recollection.FailedExecutions)),
            ThrottledCalls = Most(known.Select(each => each.Recollection.ThrottledCalls)),
            Notices =
            [
                .. known.Where(each => each.Entity.RowKey == Key || silent.Contains(each.Entity))
                    .SelectMany(each => each.Recollection.Notices)
                    .DistinctBy(notice => notice.Id, StringComparer.Ordinal),
            ],
        };
        if (silent.Count > 0)
        {
            // Kept here before it is deleted there: a notice is rather offered twice than never.
            await PutAsync(recalled, cancellationToken);
            foreach (var entity in silent)
            {
                await table.TryDeleteAsync(entity.PartitionKey, entity.RowKey, entity.ETag, cancellationToken);
            }
        }

        return recalled;
    }

    private static AlertRecollection Read(TableEntity entity) =>
        JsonSerializer.Deserialize<AlertRecollection>(entity.FindText(Document) ?? "", Options)
        ?? throw new JsonException($"Expected what is known of alerts in '{entity.RowKey}', found null.");

    private static Dictionary<long, long> Most(IEnumerable<IReadOnlyDictionary<long, long>> counts) => counts
        .SelectMany(count => count)
        .GroupBy(step => step.Key)
        .ToDictionary(steps => steps.Key, steps => steps.Max(step => step.Value));

    private async ValueTask PutAsync(AlertRecollection recollection, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(Partition, Key) { [KeptAt] = time.GetUtcNow() };
        entity.SetText(Document, JsonSerializer.Serialize(recollection, Options));
        await table.PutAsync(entity, cancellationToken);
    }
}
