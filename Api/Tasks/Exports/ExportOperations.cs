using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;

namespace TaskOrchestration.Api.Tasks.Exports;

/// <summary>The operations on exports.</summary>
internal static class ExportOperations
{
    public static void Map(IEndpointRouteBuilder api, ExportRoutes routes)
    {
        api.MapOperation<NoParameters, ExportRequest>(
            new Operation
            {
                Id = "submitExport", Method = HttpMethods.Post, Pattern = "/exports", Tag = "Exports", Summary = "Has a list of tasks written to a file.",
                Answers = [new(201, "The new export.", typeof(ExportView)) { Headers = ["Location"] }],
                Refusals = ["forbidden"],
            },
            routes.SubmitAsync).AllowCallers();
        api.MapOperation<ExportPath>(
            new Operation
            {
                Id = "getExport", Method = HttpMethods.Get, Pattern = "/exports/{id}", Tag = "Exports", Summary = "Shows an export.",
                Answers = [new(200, "The export.", typeof(ExportView))],
                Refusals = ["not-found"],
            },
            routes.ReadAsync).AllowCallers();
        api.MapOperation<ExportPath>(
            new Operation
            {
                Id = "getExportContent", Method = HttpMethods.Get, Pattern = "/exports/{id}/content", Tag = "Exports", Summary = "Hands out the file of an export.",
                Description = BlobAnswer.Ranges,
                Answers =
                [
                    new(200, "The whole file.") { MediaType = "*/*", Headers = ["ETag", ContentDigest.Header, "Content-Disposition"] },
                    new(206, "The part that was asked for.") { MediaType = "*/*", Headers = ["ETag", "Content-Range", "Content-Disposition"] },
                    new(304, "The caller has it already.") { Headers = ["ETag"] },
                ],
                Refusals = ["not-found", "wrong-status", "precondition-failed", "range-not-satisfiable"],
            },
            routes.DownloadAsync).AllowCallers();
    }
}
