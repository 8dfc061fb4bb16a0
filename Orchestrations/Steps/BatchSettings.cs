using Microsoft.Extensions.Configuration;
using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Reads how the nightly batches are to be run: the sections <c>Settlements</c> and <c>Retention</c>.</summary>
public static class BatchSettings
{
    /// <summary>The options of a section <c>Settlements</c>: <c>TimeZone</c>, <c>PageSize</c>, <c>ToleratedFailurePercentage</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static SettlementOptions ReadSettlements(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        section.Checked("TimeZone", "PageSize", "ToleratedFailurePercentage");
        var usual = new SettlementOptions();
        var zone = section["TimeZone"] ?? usual.TimeZone;
        return new SettlementOptions
        {
            TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : throw SettingReader.Wrong($"{section.Path}:TimeZone", "a time zone such as Europe/Berlin", zone),
            PageSize = (int)section.Number("PageSize", usual.PageSize, 1, 100_000),
            ToleratedFailurePercentage = section.Number("ToleratedFailurePercentage", usual.ToleratedFailurePercentage, 0, 100),
        };
    }

    /// <summary>
    /// The options of a section <c>Retention</c>, in days or <c>never</c>: <c>TaskDays</c>, <c>AttachmentDays</c>, <c>ExportDays</c>, <c>ReportDays</c>,
    /// <c>LogDays</c>, <c>IdempotencyKeyDays</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static RetentionOptions ReadRetention(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        section.Checked("TaskDays", "AttachmentDays", "ExportDays", "ReportDays", "LogDays", "IdempotencyKeyDays");
        var usual = new RetentionOptions();
        return new RetentionOptions
        {
            Tasks = section.Days("TaskDays", usual.Tasks),
            Attachments = section.Days("AttachmentDays", usual.Attachments),
            Exports = section.Days("ExportDays", usual.Exports),
            Reports = section.Days("ReportDays", usual.Reports),
            Logs = section.Days("LogDays", usual.Logs),
            IdempotencyKeys = section.Days("IdempotencyKeyDays", usual.IdempotencyKeys),
        };
    }
}
