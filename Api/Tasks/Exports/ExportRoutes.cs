using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Api.Rest.Idempotency;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Exports;

namespace TaskOrchestration.Api.Tasks.Exports;

/// <summary>Writes lists of tasks to files and hands those out.</summary>
internal sealed class ExportRoutes(IExportService exports)
{
    public async ValueTask<IAnswer> SubmitAsync(HttpContext context, NoParameters parameters, ExportRequest request)
    {
        var caller = context.Caller();
        var filter = request.Filter ?? new ExportFilter();
        var export = await exports.SubmitAsync(
            new ExportSubmission
            {
                Filter = filter.ToQuery(OwnerFor(caller, filter.Owner)),
                Format = request.Format,
                Owner = caller.Name,
                By = caller.Name,
                IdempotencyKey = IdempotencyKey.Of(context.Request) is { } key ? $"{caller.Name} {context.Request.Path} {key}" : null,
            },
            context.RequestAborted);
        return await JsonAnswer.Created(context, ExportView.LocationOf(export), ExportView.Of(export));
    }

    public async ValueTask<IAnswer> ReadAsync(HttpContext context, ExportPath path) => await JsonAnswer.Ok(ExportView.Of(await FindAsync(context, path.Id)));

    public async ValueTask<IAnswer> DownloadAsync(HttpContext context, ExportPath path)
    {
        var export = await FindAsync(context, path.Id);
        if (export.Status != TrackedStatus.Succeeded)
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "wrong-status", $"Expected an export that is Succeeded, found one that is {export.Status}.");
        }

        var content = await exports.OpenAsync(path.Id, context.RequestAborted)
            ?? throw new ProblemException(StatusCodes.Status404NotFound, "not-found", $"The file of export '{path.Id}' has been deleted.");
        return new BlobAnswer(content, $"tasks-{export.CreatedAt.UtcDateTime:yyyyMMdd-HHmmss}.{(export.Format == ExportFormat.Csv ? "csv" : "jsonl")}");
    }

    private async ValueTask<TaskExport> FindAsync(HttpContext context, string id) =>
        await exports.FindAsync(id, context.RequestAborted) is { } export && context.Caller().MaySee(export.Owner)
            ? export
            : throw new ProblemException(StatusCodes.Status404NotFound, "not-found", $"There is no export '{id}'.");

    private static string? OwnerFor(Caller caller, string? asked) =>
        caller.SeesAll ? asked
        : asked is null || asked == caller.Name ? caller.Name
        : throw new ProblemException(
            StatusCodes.Status403Forbidden, "forbidden", "Expected a caller with the role operator to export somebody else's tasks.", new FieldProblem("/filter/owner", $"Expected {caller.Name}, found {asked}."));
}
