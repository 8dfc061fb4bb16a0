using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>Keeps the files that belong to tasks. A file is streamed, never held in memory.</summary>
internal sealed class AttachmentRoutes(VisibleTasks visible, IBlobStore blobs, Turns turns, AttachmentOptions options)
{
    public async ValueTask<IAnswer> ListAsync(HttpContext context, TaskPath path)
    {
        var task = await visible.FindAsync(context, path.Id);
        var versions = await blobs.ListAsync(FolderOf(task.TaskId), context.RequestAborted);
        return await JsonAnswer.Ok(new AttachmentList { Items = [.. versions.Select(AttachmentView.Of)] });
    }

    public async ValueTask<IAnswer> ListVersionsAsync(HttpContext context, AttachmentPath path)
    {
        await visible.FindAsync(context, path.Id);
        var versions = await blobs.VersionsAsync(PathOf(path.Id, path.Name), context.RequestAborted);
        return versions.Count > 0 ? await JsonAnswer.Ok(new AttachmentList { Items = [.. versions.Select(AttachmentView.Of)] }) : throw NotFound(path.Name);
    }

    public async ValueTask<IAnswer> ReadAsync(HttpContext context, AttachmentReading reading)
    {
        await visible.FindAsync(context, reading.Id);
        var content = await blobs.OpenAsync(PathOf(reading.Id, reading.Name), reading.Version, context.RequestAborted) ?? throw NotFound(reading.Name, reading.Version);
        return new BlobAnswer(content, reading.Name);
    }

    public async ValueTask<IAnswer> WriteAsync(HttpContext context, AttachmentWriting writing)
    {
        var task = await visible.FindAsync(context, writing.Id);
        var mediaType = MediaType(context.Request);
        var announced = ContentDigest.Announced(writing.ContentDigest);
        CheckLength(context);
        using var turn = await turns.TakeAsync(task.TaskId, context.RequestAborted);
        var path = PathOf(task.TaskId, writing.Name);
        var before = await LatestAsync(path, context.RequestAborted);
        Preconditions.CheckMatch(writing.IfMatch, before is null ? null : BlobAnswer.TagOf(before));
        Preconditions.CheckNoneMatch(writing.IfNoneMatch, before is null ? null : BlobAnswer.TagOf(before));
        if (before is null)
        {
            await CheckCountAsync(task.TaskId, context.RequestAborted);
        }

        await using var content = new CheckedContent(context.Request.Body, announced);
        var written = await blobs.WriteAsync(path, content, new BlobDraft(mediaType, context.Caller().Name, options.MaximumBytes), context.RequestAborted);
        return Written(context, task.TaskId, written, isNew: before is null);
    }

    public async ValueTask<IAnswer> DeleteAsync(HttpContext context, AttachmentDeleting deleting)
    {
        var task = await visible.FindAsync(context, deleting.Id);
        using var turn = await turns.TakeAsync(task.TaskId, context.RequestAborted);
        var path = PathOf(task.TaskId, deleting.Name);
        var latest = await LatestAsync(path, context.RequestAborted) ?? throw NotFound(deleting.Name);
        Preconditions.CheckMatch(deleting.IfMatch, BlobAnswer.TagOf(latest));
        await blobs.DeleteAsync(path, context.RequestAborted);
        return await JsonAnswer.NoContent();
    }

    private static JsonAnswer Written(HttpContext context, string taskId, BlobVersion version, bool isNew)
    {
        var view = AttachmentView.Of(version);
        var headers = context.Response.Headers;
        headers.ETag = BlobAnswer.TagOf(version);
        headers[ContentDigest.OfRepresentation] = ContentDigest.Of(version.Sha256);
        if (isNew)
        {
            headers.Location = $"{RestApi.Root}/tasks/{taskId}/attachments/{Uri.EscapeDataString(view.Name)}";
        }

        return new JsonAnswer(isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, view);
    }

    private string MediaType(HttpRequest request)
    {
        var found = request.ContentType ?? "";
        return found.Length <= 200 && MediaTypeHeaderValue.TryParse(found, out var type) && options.Takes(type.MediaType.Value!)
            ? type.ToString()
            : throw new ProblemException(
                StatusCodes.Status415UnsupportedMediaType,
                "unsupported-media-type",
                $"Expected a Content-Type of {string.Join(", ", options.MediaTypes)}; found {(found.Length == 0 ? "none" : found)}.");
    }

    private void CheckLength(HttpContext context)
    {
        // The store counts and says how many bytes are too many; the server's own, lower limit would only cut the request off.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        if (context.Request.ContentLength > options.MaximumBytes)
        {
            throw new BlobTooLargeException(options.MaximumBytes);
        }
    }

    private async ValueTask CheckCountAsync(string taskId, CancellationToken cancellationToken)
    {
        var count = (await blobs.ListAsync(FolderOf(taskId), cancellationToken)).Count;
        if (count >= options.MaximumCount)
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "too-many-attachments", $"Expected at most {options.MaximumCount} attachments, found {count} already.");
        }
    }

    private async ValueTask<BlobVersion?> LatestAsync(string path, CancellationToken cancellationToken) => await blobs.VersionsAsync(path, cancellationToken) is [var latest, ..] ? latest : null;

    private static string FolderOf(string taskId) => $"tasks/{taskId}/attachments";

    private static string PathOf(string taskId, string name) => $"{FolderOf(taskId)}/{name}";

    private static ProblemException NotFound(string name, string? version = null) =>
        new(StatusCodes.Status404NotFound, "not-found", version is null ? $"There is no attachment '{name}' here." : $"There is no version '{version}' of an attachment '{name}' here.");
}
