using System.Globalization;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Access.Administration;

/// <summary>The operations on the audit journal.</summary>
internal sealed class AuditRoutes(IAuditJournal journal)
{
    public async ValueTask<IAnswer> ListAsync(HttpContext context, AuditSearch search)
    {
        var limit = search.Limit ?? Paging.DefaultLimit;
        var found = await journal.ListAsync(
            new AuditQuery
            {
                Since = search.Since,
                Who = search.Who,
                Action = search.Action,
                Outcome = search.Outcome,
                Before = Paging.Open(context, search.Cursor) is { } cursor ? long.Parse(cursor, NumberStyles.None, CultureInfo.InvariantCulture) : null,
            },
            limit + 1,
            context.RequestAborted);
        var next = Paging.Close(context, found.Count > limit ? found[limit - 1].Sequence.ToString(CultureInfo.InvariantCulture) : null);
        Paging.LinkNext(context, next);
        return await JsonAnswer.Ok(new AuditPage { Items = [.. found.Take(limit).Select(AuditRecordView.Of)], Next = next });
    }

    public async ValueTask<IAnswer> VerifyAsync(HttpContext context)
    {
        var verification = await journal.VerifyAsync(noted: null, context.RequestAborted);
        return await JsonAnswer.Ok(new VerificationView
        {
            Holds = verification.Holds,
            Records = verification.Records,
            Head = verification.Head.ToString(),
            BrokenAt = verification.BrokenAt,
            Reason = verification.Holds ? null : verification.Reason,
        });
    }
}
