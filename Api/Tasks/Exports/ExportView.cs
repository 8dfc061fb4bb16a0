using System.ComponentModel;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Tasks.Views;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Exports;

namespace TaskOrchestration.Api.Tasks.Exports;

/// <summary>An export as callers see it.</summary>
[DisplayName("Export"), Description("A list of tasks on its way into a file.")]
internal sealed record ExportView
{
    [Description("Its id.")]
    public required string Id { get; init; }

    [Description("How it stands; Succeeded once the file can be fetched.")]
    public required TrackedStatus Status { get; init; }

    [Description("How the file is written.")]
    public required ExportFormat Format { get; init; }

    [Description("Which tasks.")]
    public required ExportFilter Filter { get; init; }

    [Description("Whose it is.")]
    public required string Owner { get; init; }

    [Description("When it was asked for.")]
    public required DateTimeOffset CreatedAt { get; init; }

    [Description("When it last changed.")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [Description("How many tasks the file has.")]
    public long? Tasks { get; init; }

    [Description("The size of the file in bytes.")]
    public long? Length { get; init; }

    [Description("Where the file is, once it is written.")]
    public string? Content { get; init; }

    [Description("Why it failed, once it has.")]
    public FailureView? Failure { get; init; }

    public static ExportView Of(TaskExport export) => new()
    {
        Id = export.ExportId,
        Status = export.Status,
        Format = export.Format,
        Filter = ExportFilter.Of(export.Filter),
        Owner = export.Owner,
        CreatedAt = export.CreatedAt,
        UpdatedAt = export.UpdatedAt,
        Tasks = export.Tasks,
        Length = export.Length,
        Content = export.Status == TrackedStatus.Succeeded ? $"{LocationOf(export)}/content" : null,
        Failure = FailureView.Of(export.Failure),
    };

    /// <summary>Where an export is.</summary>
    public static string LocationOf(TaskExport export) => $"{RestApi.Root}/exports/{Uri.EscapeDataString(export.ExportId)}";
}
