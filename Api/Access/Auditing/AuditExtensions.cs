using Microsoft.AspNetCore.Http;

namespace TaskOrchestration.Api.Access.Auditing;

/// <summary>Tells the audit journal what it cannot see from outside.</summary>
public static class AuditExtensions
{
    /// <summary>Says what the request is about. Without this it is the path, or where the new thing is if one was made.</summary>
    public static void NoteForAudit(this HttpContext context, string resource)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<AuditNote>() is { } note)
        {
            note.Resource = resource;
        }
    }

    /// <summary>Has a request that might have changed something not written down, because it found nothing to do and changed nothing.</summary>
    internal static void ForgoAudit(this HttpContext context)
    {
        if (context.Features.Get<AuditNote>() is { } note)
        {
            note.IsIdle = true;
        }
    }

    /// <summary>Says what was claimed by somebody who is not let in.</summary>
    internal static void ClaimForAudit(this HttpContext context, string claimed)
    {
        if (context.Features.Get<AuditNote>() is { } note)
        {
            note.Claimed = claimed;
        }
    }

    /// <summary>Has a request written down that is a GET to HTTP and changes something nevertheless.</summary>
    /// <param name="context">The request.</param>
    /// <param name="resource">What it is about.</param>
    /// <param name="refusal">What became of it, where it was refused by other means than its status.</param>
    internal static void RecordForAudit(this HttpContext context, string resource, string? refusal = null)
    {
        if (context.Features.Get<AuditNote>() is { } note)
        {
            (note.IsWorthNoting, note.Resource, note.Outcome) = (true, resource, refusal);
        }
    }
}
