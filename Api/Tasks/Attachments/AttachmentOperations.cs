using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>The operations on attachments.</summary>
internal static class AttachmentOperations
{
    public static void Map(IEndpointRouteBuilder api, AttachmentRoutes routes)
    {
        const string One = "/tasks/{id}/attachments/{name}";
        Operation about = new() { Id = "", Method = HttpMethods.Get, Pattern = One, Tag = "Attachments", Summary = "", Answers = [], Refusals = ["not-found"] };

        api.MapOperation<TaskPath>(
            about with { Id = "listAttachments", Pattern = "/tasks/{id}/attachments", Summary = "Lists the attachments of a task.", Answers = [new(200, "The latest version of each.", typeof(AttachmentList))] },
            routes.ListAsync).AllowCallers();
        api.MapOperation<AttachmentPath>(
            about with { Id = "listAttachmentVersions", Pattern = $"{One}/versions", Summary = "Lists the versions of an attachment.", Answers = [new(200, "The versions, latest first.", typeof(AttachmentList))] },
            routes.ListVersionsAsync).AllowCallers();
        api.MapOperation<AttachmentWriting>(
            about with
            {
                Id = "putAttachment", Method = HttpMethods.Put, Summary = "Writes a version of an attachment.",
                BodyIsStreamed = true,
                BodyTypes = ["*/*"],
                Answers =
                [
                    new(200, "The new version of an attachment that was there.", typeof(AttachmentView)) { Headers = ["ETag", ContentDigest.OfRepresentation] },
                    new(201, "The new attachment.", typeof(AttachmentView)) { Headers = ["ETag", "Location", ContentDigest.OfRepresentation] },
                ],
                Refusals = ["not-found", "digest-mismatch", "too-many-attachments", "precondition-failed", "too-large", "unsupported-media-type"],
            },
            routes.WriteAsync).AllowCallers();
        foreach (var (method, id, summary) in new[] { (HttpMethods.Get, "getAttachment", "Hands out an attachment."), (HttpMethods.Head, "headAttachment", "Says what there is to know about an attachment.") })
        {
            api.MapOperation<AttachmentReading>(
                about with
                {
                    Id = id, Method = method, Summary = summary,
                    Description = BlobAnswer.Ranges,
                    Answers =
                    [
                        new(200, "The whole file.") { MediaType = "*/*", Headers = ["ETag", ContentDigest.Header, "Content-Disposition"] },
                        new(206, "The part that was asked for.") { MediaType = "*/*", Headers = ["ETag", "Content-Range", "Content-Disposition"] },
                        new(304, "The caller has it already.") { Headers = ["ETag"] },
                    ],
                    Refusals = ["not-found", "precondition-failed", "range-not-satisfiable"],
                },
                routes.ReadAsync).AllowCallers();
        }

        api.MapOperation<AttachmentDeleting>(
            about with { Id = "deleteAttachment", Method = HttpMethods.Delete, Summary = "Deletes all versions of an attachment.", Answers = [new(204, "It is gone.")], Refusals = ["not-found", "precondition-failed"] },
            routes.DeleteAsync).AllowCallers();
    }
}
