using System.Security.Cryptography;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Adds a settlement up and files its report: as JSON, and as CSV with a line for every entry.</summary>
/// <remarks>Filed again, after a crash, the files have the same content; then nothing is written.</remarks>
internal sealed class SettlementReportFiling(SettlementReporting reporting, ISettlementStore settlements, IBlobStore blobs)
    : IStep<ReportRequest, SettlementSummary>
{
    private const string By = "workflow:SettlementBatch";

    public async ValueTask<SettlementSummary> ProcessAsync(ReportRequest request, StepContext context, CancellationToken cancellationToken = default)
    {
        var report = await reporting.ProcessAsync(request, context, cancellationToken);
        var path = $"{OwnFolders.Reports}/settlement-{report.Settlement.Date:yyyy-MM-dd}-{report.Settlement.SettlementId.Split('-')[^1]}";
        var summary = new SettlementSummary(report, $"{path}.json", $"{path}.csv");
        await FileAsync(summary.CsvPath, "text/csv; charset=utf-8", to => SettlementCsv.WriteAsync(to, settlements, report.Settlement, cancellationToken), cancellationToken);
        await FileAsync(summary.JsonPath, "application/json", to => to.WriteAsync(SettlementOutput.WriteReport(report).ToUtf8(), cancellationToken).AsTask(), cancellationToken);
        return summary;
    }

    private async ValueTask FileAsync(string path, string contentType, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        await using var content = NewScratchFile();
        await write(content);
        content.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        if (await blobs.VersionsAsync(path, cancellationToken) is [var latest, ..] && latest.Sha256 == hash)
        {
            return;
        }

        content.Position = 0;
        await blobs.WriteAsync(path, content, new BlobDraft(contentType, By), cancellationToken);
    }

    private static FileStream NewScratchFile() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
}
