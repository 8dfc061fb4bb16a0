using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Access.Administration;

internal sealed record AuditSearch
{
    [Description("Only records from this moment on.")]
    public DateTimeOffset? Since { get; init; }

    [Description("Only records of this caller.")]
    [StringLength(256)]
    [Printable]
    public string? Who { get; init; }

    [Description("Only records whose action begins with this text.")]
    [StringLength(256)]
    [Printable]
    public string? Action { get; init; }

    [Description("Only records with this outcome: ok, or the code of an error.")]
    [StringLength(256)]
    [Printable]
    public string? Outcome { get; init; }

    [Range(1, Paging.MaximumLimit)]
    public int? Limit { get; init; }

    [Description("What the answer before this one said in next.")]
    [StringLength(Paging.LongestCursor, MinimumLength = 1)]
    [Printable]
    public string? Cursor { get; init; }
}
