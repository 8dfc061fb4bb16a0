using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Executions.Views;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Executions;

/// <summary>Which executions.</summary>
internal sealed record ExecutionSearchQuery
{
    [StringLength(2000, MinimumLength = 1), Description("Those of this machine, by its name or ARN; or those that were started by a version or an alias of it, by the ARN of that.")]
    public string? StateMachine { get; init; }

    [StringLength(2000, MinimumLength = 1), Description("The children of this Map Run, by its ARN.")]
    public string? MapRun { get; init; }

    [MaxLength(5), Description("Only those that stand so.")]
    public IReadOnlyList<WireStatus>? Status { get; init; }

    [StringLength(80, MinimumLength = 1), Printable, Description("Only those whose name contains this; case does not matter.")]
    public string? Name { get; init; }

    [StringLength(200, MinimumLength = 1), Printable, Description("Only those whose input or output, as JSON text, contains this; case does not matter, nor do blanks between the parts of the JSON.")]
    public string? Text { get; init; }

    [StringLength(200, MinimumLength = 1), Printable, Description("Only those that have this in their name, or in their input or output as text finds it.")]
    public string? Anywhere { get; init; }

    [Description("Only those that began at this moment or later.")]
    public DateTimeOffset? StartedFrom { get; init; }

    [Description("Only those that began before this moment.")]
    public DateTimeOffset? StartedTo { get; init; }

    [Description("Only those that have been redriven, or only those that have not.")]
    public bool? Redriven { get; init; }

    [Range(1, Paging.MaximumLimit), DefaultValue(Paging.DefaultLimit), Description("At most so many.")]
    public int? Limit { get; init; }

    [StringLength(Paging.LongestCursor, MinimumLength = 1), Description("Where the last page ended.")]
    public string? Cursor { get; init; }

    /// <summary>The same as criteria, for executions of that machine or that Map Run.</summary>
    public ExecutionCriteria ToCriteria(string? stateMachineArn) => new()
    {
        StateMachineArn = stateMachineArn,
        MapRunArn = MapRun,
        Statuses = [.. (Status ?? []).Select(WireStatuses.Of).Distinct().Order()],
        Name = Name,
        Text = Text,
        Anywhere = Anywhere,
        StartedFrom = StartedFrom,
        StartedTo = StartedTo,
        IsRedriven = Redriven,
    };
}
