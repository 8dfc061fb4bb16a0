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
}
