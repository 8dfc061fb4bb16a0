using TaskOrchestration.Orchestrations.MapRuns;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Looks for executions by what lists have no index for. It goes through them newest first, as far as one request may, and says how far it came.</summary>
public sealed class ExecutionSearch(IExecutionService executions, IMapRunService mapRuns, TimeProvider time)
{
    private const int PageSize = 100;

    /// <summary>How many executions are looked at for one request, if there is time.</summary>
    private const int Most = 20_000;

    /// <summary>How many are looked at at a time.</summary>
    private const int AtOnce = 16;

    /// <summary>How long is looked for one request: short enough to be waited for, and for what is looked at in it to be a good deal on either host.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    /// <summary>A part of the executions that match.</summary>
    /// <param name="criteria">Which.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">Where an earlier part ended, or null to begin.</param>
    /// <param name="isVisible">Whether whoever asks may see an execution.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusedException">There is no such machine or Map Run, or the cursor is not one of that query.</exception>
    public async Task<ExecutionsFound> FindAsync(
        ExecutionCriteria criteria, int limit, string? cursor, Func<string, ValueTask<bool>> isVisible, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(isVisible);
        var query = $"search {criteria with { Statuses = [] }} {string.Join(',', criteria.Statuses)}".Replace('\n', ' ');
        var position = cursor is null ? null : SearchPosition.Read(cursor, query);
        var texts = new SoughtTexts(criteria);
        var page = position?.Page;
        var passed = position;
        var examined = 0;
        var began = time.GetTimestamp();
        List<ExecutionSummary> found = [];
        while (true)
        {
            var listed = await ListAsync(criteria, page, cancellationToken);
            foreach (var batch in After(passed, listed.Items).Chunk(AtOnce))
            {
                passed = null;
                var matches = await Task.WhenAll(batch.Select(execution => MatchesAsync(criteria, texts, execution, isVisible, cancellationToken).AsTask()));
                foreach (var (execution, isMatch) in batch.Zip(matches))
                {
                    if (execution.StartDate < criteria.StartedFrom)
                    {
                        return new ExecutionsFound([.. found], Next: null, examined, position?.StartDate);
                    }

                    examined++;
                    position = new SearchPosition(execution.StartDate, execution.ExecutionArn, page);
                    if (isMatch)
                    {
                        found.Add(execution);
                    }

                    if (found.Count == limit)
                    {
                        return UpTo(position, listed);
                    }
                }

                if (position is not null && (examined >= Most || time.GetElapsedTime(began) >= Longest))
                {
                    return UpTo(position, listed);
                }
            }

            if (listed.Next is null)
            {
                return new ExecutionsFound([.. found], Next: null, examined, position?.StartDate);
            }

            page = listed.Next;
        }

        ExecutionsFound UpTo(SearchPosition last, Page<ExecutionSummary> listed)
        {
            var isLast = listed.Next is null && last.ExecutionArn == listed.Items[^1].ExecutionArn;
            return new ExecutionsFound([.. found], isLast ? null : last.Write(query), examined, last.StartDate);
        }
    }

    /// <summary>What comes on a page after the execution that was looked at last. Those that have begun meanwhile may have moved that one to a later page.</summary>
    private static IEnumerable<ExecutionSummary> After(SearchPosition? passed, IReadOnlyList<ExecutionSummary> page) =>
        passed is null ? page
        : page.Any(execution => execution.ExecutionArn == passed.ExecutionArn) ? page.SkipWhile(execution => execution.ExecutionArn != passed.ExecutionArn).Skip(1)
        : page.SkipWhile(execution => execution.StartDate >= passed.StartDate);

    private async ValueTask<Page<ExecutionSummary>> ListAsync(ExecutionCriteria criteria, string? page, CancellationToken cancellationToken)
    {
        StatesLanguage.Executions.ExecutionStatus? status = criteria.Statuses is [var one] ? one : null;
        return criteria.MapRunArn is { } mapRun
            ? await mapRuns.ListChildrenAsync(mapRun, status, PageSize, page, criteria.IsRedriven, cancellationToken)
            : await executions.ListAsync(criteria.StateMachineArn!, status, PageSize, page, criteria.IsRedriven, cancellationToken);
    }

    private async ValueTask<bool> MatchesAsync(
        ExecutionCriteria criteria, SoughtTexts texts, ExecutionSummary execution, Func<string, ValueTask<bool>> isVisible, CancellationToken cancellationToken) =>
        criteria.Match(execution)
        && await HasAllAsync(texts.InDataOf(execution), execution.ExecutionArn, cancellationToken)
        && await isVisible(execution.ExecutionArn);

    private async ValueTask<bool> HasAllAsync(IReadOnlyList<SoughtText> texts, string executionArn, CancellationToken cancellationToken)
    {
        if (texts.Count == 0)
        {
            return true;
        }

        try
        {
            var described = await executions.DescribeAsync(executionArn, cancellationToken);
            var (input, output) = (described.Input.ToString(), described.Output?.ToString() ?? "");
            return texts.All(text => text.IsIn(input) || text.IsIn(output));
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionDoesNotExist)
        {
            // Purged meanwhile.
            return false;
        }
    }
}
