using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Api.Tasks;

/// <summary>What is to be changed about a task: a merge patch (RFC 7396).</summary>
[Description("What is to be changed. What is not there stays; due: null takes the due time away.")]
internal sealed record TaskPatch
{
    [DisallowNull, StringLength(TaskRules.MaximumTitleLength, MinimumLength = 1), Printable, Description("What people call it.")]
    public string? Title { get; init; }

    [DisallowNull, StringLength(TaskRules.MaximumOwnerLength, MinimumLength = 1), Printable, Description("Whose it is. Only an operator changes that.")]
    public string? Owner { get; init; }

    [DisallowNull, Description("How urgent it is.")]
    public TaskPriority? Priority { get; init; }

    [Description("When it should be done.")]
    public DateTimeOffset? Due
    {
        get;
        init
        {
            field = value;
            ClearsDue = value is null;
        }
    }

    /// <summary>Whether it says null of the due time, which is something else than not mentioning it.</summary>
    [JsonIgnore]
    public bool ClearsDue { get; private init; }

    public TaskEdit ToEdit() => new() { Title = Title, Owner = Owner, Priority = Priority, Due = Due, ClearsDue = ClearsDue };
}
