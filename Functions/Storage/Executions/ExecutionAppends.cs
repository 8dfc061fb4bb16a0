using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage.StatusEvents;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>Takes down what happens to executions.</summary>
/// <remarks>
/// A batch is one transaction, which hangs on the row that is there as long as the run goes on: so neither an execution's state need be read first, nor can
/// anything late take back what is newer. Only an end reads the record, for the index.
/// </remarks>
internal sealed class ExecutionAppends(EntityTable table, ExecutionIndex index, StatusSubscriptions subscriptions)
{
    /// <summary>See <see cref="IExecutionRecords.AppendAsync"/>.</summary>
    public async ValueTask<bool> AppendAsync(FactBatch batch, CancellationToken cancellationToken)
    {
        var keys = ExecutionKeys.Of(batch.ExecutionArn);
        return batch.End is { } end
            ? await EndAsync(keys, batch, end, cancellationToken)
            : await MakeAsync(keys, batch, ended: null, cancellationToken) || await AddLateAsync(keys, batch, cancellationToken);
    }

    private async ValueTask<bool> EndAsync(ExecutionKeys keys, FactBatch batch, ExecutionEnd end, CancellationToken cancellationToken)
    {
        if (await table.FindRecordAsync(keys, cancellationToken) is not { } record)
        {
            return false;
        }

        var running = record with { Status = ExecutionStatus.Running, RedriveCount = batch.RedriveCount };
        if (record.RedriveCount != batch.RedriveCount || record.Status != ExecutionStatus.Running)
        {
            await index.HideAsync(running, cancellationToken);
            return await AddLateAsync(keys, batch, cancellationToken);
        }

        var ended = record.Ended(end, FactChain.Next(batch.Before, batch.Facts));
        await index.ShowAsync(ended, cancellationToken);
        var isMade = await MakeAsync(keys, batch, ended, cancellationToken);
        await index.HideAsync(running, cancellationToken);
        if (isMade)
        {
            subscriptions.Ring(batch.ExecutionArn);
            return true;
        }

        await ShowAsItIsAsync(keys, ended, cancellationToken);
        return await AddLateAsync(keys, batch, cancellationToken);
    }

    private async ValueTask<bool> MakeAsync(ExecutionKeys keys, FactBatch batch, ExecutionRecord? ended, CancellationToken cancellationToken)
    {
        var running = new TableEntity(keys.Partition, keys.Running(batch.RedriveCount)) { ["From"] = batch.From };
        var changes = new RowChanges(guard: running);
        AddFacts(changes, keys, batch);
        foreach (var task in batch.Opened.Except(batch.Closed))
        {
            changes.Add(TableTransactionActionType.Add, TokenRow.OfOpen(keys, task, batch.RedriveCount), isNeeded: false);
        }

        foreach (var task in batch.Closed.Distinct())
        {
            changes.Add(TableTransactionActionType.UpsertReplace, TokenRow.OfClosed(keys, task, batch.RedriveCount));
        }

        foreach (var answered in await HandedOverAsync(keys, batch, cancellationToken))
        {
            changes.Add(TableTransactionActionType.Delete, new TableEntity(keys.Partition, answered), isNeeded: false);
        }

        if (ended is not null)
        {
            changes.Add(TableTransactionActionType.UpdateMerge, RecordRow.EndOf(ended, keys));
            changes.Add(TableTransactionActionType.UpsertReplace, new TableEntity(keys.Partition, keys.Ended(ended.StopDate!.Value)) { ["Arn"] = batch.ExecutionArn });
            changes.Add(TableTransactionActionType.Delete, running);
            changes.Add(TableTransactionActionType.Delete, new TableEntity(keys.Partition, keys.Open), isNeeded: false);
            StatusRow.AddTo(changes, keys, subscriptions, ended, ended.StopDate!.Value);
        }

        return await changes.TryMakeAsync(table, cancellationToken);
    }

    private static void AddFacts(RowChanges changes, ExecutionKeys keys, FactBatch batch)
    {
        foreach (var row in FactsRow.Of(keys, batch.From, batch.Before, batch.Facts))
        {
            changes.Add(TableTransactionActionType.UpsertReplace, row);
        }
    }

    /// <summary>What the batch shows to have been handed over. A single row is deleted on the off chance; of many it is worth asking which there are.</summary>
    private async ValueTask<IEnumerable<string>> HandedOverAsync(ExecutionKeys keys, FactBatch batch, CancellationToken cancellationToken)
    {
        List<string> rows = [.. batch.Closed.Distinct().Select(keys.AnswerHandover)];
        if (rows.Count > 1)
        {
            var there = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var row in table.BetweenAsync(keys.Partition, keys.StartOfOwnHandovers, keys.EndOfOwnHandovers, ["RowKey"], cancellationToken))
            {
                there.Add(row.RowKey);
            }

            rows.RemoveAll(row => !there.Contains(row));
        }

        return batch.IsFirst ? [.. rows, keys.StartHandover(batch.RedriveCount)] : rows;
    }

    /// <summary>The run is over: facts that are still missing have their place all the same.</summary>
    private async ValueTask<bool> AddLateAsync(ExecutionKeys keys, FactBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Facts.Count > 0 && await table.FindRecordAsync(keys, cancellationToken) is not null)
        {
            var changes = new RowChanges();
            AddFacts(changes, keys, batch);
            await changes.TryMakeAsync(table, cancellationToken);
        }

        return false;
    }

    /// <summary>The end came too late to count, but the index shows it by now: somebody else ended or redrove the execution in this very moment.</summary>
    private async ValueTask ShowAsItIsAsync(ExecutionKeys keys, ExecutionRecord tooLate, CancellationToken cancellationToken)
    {
        var record = await table.FindRecordAsync(keys, cancellationToken);
        if (record is null || record.RedriveCount != tooLate.RedriveCount || record.Status != tooLate.Status)
        {
            await index.HideAsync(tooLate, cancellationToken);
        }
        else
        {
            await index.ShowAsync(record, cancellationToken);
        }
    }
}
