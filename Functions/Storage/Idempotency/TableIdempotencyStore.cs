using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Idempotency;

/// <summary>Answers under idempotency keys in an Azure table.</summary>
/// <remarks>
/// An answer lies under the hash of its scope and key, in one of sixteen partitions. Beside it, written with it, is a row by its age, so that forgetting the old ones
/// reads nothing else.
/// </remarks>
public sealed class TableIdempotencyStore(EntityTables tables) : IIdempotencyStore
{
    private const string Answers = "k";
    private const string Ages = "a";
    private const char Separator = '-';

    private static readonly string[] Partitions = [.. "0123456789abcdef".Select(digit => digit.ToString())];

    private readonly EntityTable table = tables[TableNames.Idempotency];

    /// <inheritdoc/>
    public async ValueTask<IdempotentAnswer?> FindAsync(string scope, string key, CancellationToken cancellationToken = default)
    {
        var hash = Hash(scope, key);
        return await table.FindAsync(PartitionOf(hash), KeyOf(hash), cancellationToken: cancellationToken) is { } entity ? AnswerEntity.Read(entity) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<IdempotentAnswer> KeepAsync(IdempotentAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var hash = Hash(answer.Scope, answer.Key);
        while (true)
        {
            var kept = AnswerEntity.Write(answer, PartitionOf(hash), KeyOf(hash));
            var age = new TableEntity(PartitionOf(hash), $"{Ages}{Separator}{KeyOrder.Ascending(answer.At)}{Separator}{hash}");
            TableTransactionAction[] actions = [new(TableTransactionActionType.Add, kept), new(TableTransactionActionType.UpsertReplace, age)];
            if (await table.TrySubmitAsync(actions, cancellationToken) is null)
            {
                return answer;
            }

            // None any more where it was purged at this very moment.
            if (await FindAsync(answer.Scope, answer.Key, cancellationToken) is { } first)
            {
                return first;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var purged = await Task.WhenAll(Partitions.Select(partition => PurgeAsync(partition, before, cancellationToken)));
        return purged.Sum();
    }

    private async Task<int> PurgeAsync(string partition, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (first, last) = ($"{Ages}{Separator}", $"{Ages}{Separator}{KeyOrder.Ascending(before)}");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {last}");
        var purged = 0;
        while (true)
        {
            var page = await table.PageAsync(filter, EntityTable.MostActions / 2, cancellationToken: cancellationToken);
            if (page.Entities.Count == 0 && page.Continuation is null)
            {
                return purged;
            }

            var hashes = page.Entities.Select(age => age.RowKey).ToList();
            purged += await ForgottenAsync(partition, hashes, cancellationToken);
        }
    }

    /// <summary>Forgets answers by the keys of their ages: together, or one by one if somebody else forgets them as well.</summary>
    /// <returns>How many were forgotten here.</returns>
    private async Task<int> ForgottenAsync(string partition, IReadOnlyList<string> ages, CancellationToken cancellationToken)
    {
        if (ages.Count == 0 || await table.TrySubmitAsync([.. ages.SelectMany(age => Forgetting(partition, age))], cancellationToken) is null)
        {
            return ages.Count;
        }

        var forgotten = 0;
        foreach (var age in ages)
        {
            if (await table.TrySubmitAsync([.. Forgetting(partition, age)], cancellationToken) is null)
            {
                forgotten++;
            }
            else
            {
                // Gone already; were it only its age that is left, nobody would ever get past it.
                await table.TryDeleteAsync(partition, age, cancellationToken: cancellationToken);
            }
        }

        return forgotten;
    }

    private static IEnumerable<TableTransactionAction> Forgetting(string partition, string age)
    {
        yield return new(TableTransactionActionType.Delete, new TableEntity(partition, KeyOf(age[(age.LastIndexOf(Separator) + 1)..])), ETag.All);
        yield return new(TableTransactionActionType.Delete, new TableEntity(partition, age), ETag.All);
    }

    private static string PartitionOf(string hash) => hash[..1];

    private static string KeyOf(string hash) => $"{Answers}{Separator}{hash}";

    /// <summary>The length of the scope keeps it apart from the key.</summary>
    private static string Hash(string scope, string key)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{scope.Length}:{scope}{key}")));
    }
}
