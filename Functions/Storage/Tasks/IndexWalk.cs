using Azure.Data.Tables;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>A walk along the rows of one stretch of the index, in all partitions at once, in the order of their keys.</summary>
internal sealed class IndexWalk : IAsyncDisposable
{
    private readonly List<IAsyncEnumerator<TableEntity>> stretches;
    private readonly Func<IndexRow, TaskPosition> place;
    private readonly PriorityQueue<(IndexRow Row, IAsyncEnumerator<TableEntity> Stretch), string> heads = new(StringComparer.Ordinal);

    private IndexWalk(IEnumerable<IAsyncEnumerator<TableEntity>> stretches, Func<IndexRow, TaskPosition> place)
    {
        this.stretches = [.. stretches];
        this.place = place;
    }

    /// <summary>A walk that has reached its first row.</summary>
    /// <param name="stretches">The rows of each partition.</param>
    /// <param name="place">Where a row stands in the list that is walked along.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IndexWalk> BeginAsync(IEnumerable<IAsyncEnumerable<TableEntity>> stretches, Func<IndexRow, TaskPosition> place, CancellationToken cancellationToken)
    {
        var walk = new IndexWalk(stretches.Select(stretch => stretch.GetAsyncEnumerator(cancellationToken)), place);
        var hasRows = await Task.WhenAll(walk.stretches.Select(async stretch => await stretch.MoveNextAsync()));
        foreach (var (stretch, _) in walk.stretches.Zip(hasRows).Where(each => each.Second))
        {
            walk.Enqueue(stretch);
        }

        return walk;
    }

    /// <summary>Where the next row stands; null at the end.</summary>
    public TaskPosition? Place => heads.TryPeek(out var head, out _) ? place(head.Row) : null;

    /// <summary>The next row, which must be there.</summary>
    public async ValueTask<IndexRow> TakeAsync()
    {
        var (row, stretch) = heads.Dequeue();
        if (await stretch.MoveNextAsync())
        {
            Enqueue(stretch);
        }

        return row;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var stretch in stretches)
        {
            await stretch.DisposeAsync();
        }
    }

    private void Enqueue(IAsyncEnumerator<TableEntity> stretch)
    {
        var row = IndexRow.Of(stretch.Current);
        heads.Enqueue((row, stretch), row.Key);
    }
}
