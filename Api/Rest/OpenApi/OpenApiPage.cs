using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;

namespace TaskOrchestration.Api.Rest.OpenApi;

/// <summary>Serves the OpenAPI document. It is written when it is first asked for, so that it costs a start nothing.</summary>
internal static class OpenApiPage
{
    /// <summary>Where it is.</summary>
    public const string Path = "/openapi/v1.json";

    /// <summary>Answers <c>GET /openapi/v1.json</c>.</summary>
    public static IEndpointRouteBuilder MapOpenApiPage(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var document = new Lazy<byte[]>(() => OpenApiDocument.Of(endpoints.ServiceProvider.GetRequiredService<EndpointDataSource>().Endpoints).ToUtf8());
        endpoints.MapMethods(Path, [HttpMethods.Get], context => AnswerAsync(context, document.Value))
            .AllowPublic()
            .WithMetadata(new Operation
            {
                Id = "getOpenApi", Method = HttpMethods.Get, Pattern = Path, Tag = "About", Summary = "This document.", IsBare = true,
                Answers = [new(200, "The document.") { MediaType = "application/json" }],
            });
        return endpoints;
    }

    private static Task AnswerAsync(HttpContext context, byte[] document)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = document.Length;
        return context.Response.Body.WriteAsync(document, context.RequestAborted).AsTask();
    }
}
