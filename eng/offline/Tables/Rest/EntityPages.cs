namespace Azure.Data.Tables.Rest;

/// <summary>What is read page by page.</summary>
/// <param name="read">Reads a page: from which continuation on, and how many at most.</param>
/// <param name="maxPerPage">How many at most, where whoever walks the pages does not say.</param>
internal sealed class EntityPages<T>(Func<string, int?, Task<Page<T>>> read, int? maxPerPage) : AsyncPageable<T>
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        var next = continuationToken;
        do
        {
            var page = await read(next, pageSizeHint ?? maxPerPage).ConfigureAwait(false);
            yield return page;
            next = page.ContinuationToken;
        }
        while (next is not null);
    }
}
