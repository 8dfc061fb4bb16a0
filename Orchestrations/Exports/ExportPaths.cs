using System.Globalization;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Resources;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>Where the blobs of an export lie.</summary>
internal static class ExportPaths
{
    /// <summary>The folder of its parts.</summary>
    public static string Parts(TaskInvocation invocation) => $"exports/{IdOf(invocation)}/parts";

    /// <summary>A part.</summary>
    public static string Part(TaskInvocation invocation, long number) => $"{Parts(invocation)}/{number.ToString("D6", CultureInfo.InvariantCulture)}";

    /// <summary>The whole file.</summary>
    public static string Content(TaskInvocation invocation, ExportFormat format) => $"exports/{IdOf(invocation)}.{(format == ExportFormat.Csv ? "csv" : "jsonl")}";

    public static string ContentType(ExportFormat format) => format == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/jsonl";

    /// <summary>The id of the export: that of its task, whichever attempt this is, or the run's name where it belongs to no task.</summary>
    private static string IdOf(TaskInvocation invocation) => AttemptName.TryParse(invocation.RunName, out var taskId, out _) ? taskId : invocation.RunName;
}
