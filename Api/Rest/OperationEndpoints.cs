using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Api.Rest.Idempotency;
using TaskOrchestration.Api.Rest.Reading;

namespace TaskOrchestration.Api.Rest;

/// <summary>Maps operations. What they are asked is read and checked before they are called; what they throw becomes a problem.</summary>
internal static class OperationEndpoints
{
    /// <summary>Maps an operation without parameters; a query is refused.</summary>
    public static IEndpointConventionBuilder MapOperation(
        this IEndpointRouteBuilder endpoints, Operation operation, Func<HttpContext, ValueTask<IAnswer>> handle) =>
        Map(endpoints, operation, context =>
        {
            Parameters.Read(context, typeof(NoParameters));
            return handle(context);
        });

    /// <summary>Maps an operation with parameters.</summary>
    public static IEndpointConventionBuilder MapOperation<TParameters>(
        this IEndpointRouteBuilder endpoints, Operation operation, Func<HttpContext, TParameters, ValueTask<IAnswer>> handle) =>
        Map(endpoints, operation with { Parameters = typeof(TParameters) }, context => handle(context, (TParameters)Parameters.Read(context, typeof(TParameters))));

    /// <summary>Maps an operation with parameters and a JSON body.</summary>
    public static IEndpointConventionBuilder MapOperation<TParameters, TBody>(
        this IEndpointRouteBuilder endpoints, Operation operation, Func<HttpContext, TParameters, TBody, ValueTask<IAnswer>> handle)
        where TBody : notnull
    {
        var whole = operation with { Parameters = typeof(TParameters), Body = typeof(TBody) };
        return Map(endpoints, whole, async context =>
        {
            var parameters = (TParameters)Parameters.Read(context, typeof(TParameters));
            return await handle(context, parameters, (TBody)await ReadBodyAsync(context, whole));
        });
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, Operation operation, Func<HttpContext, ValueTask<IAnswer>> handle)
    {
        RequestDelegate answer = operation.Method == HttpMethods.Post
            ? context => IdempotentAnswering.AnswerAsync(context, operation, handle)
            : async context => await (await handle(context)).WriteAsync(context);
        return endpoints.MapMethods(operation.Pattern, [operation.Method], answer).WithMetadata(operation, new BodySize(operation.BodyIsStreamed ? null : operation.BodyLimit));
    }

    private static async ValueTask<object> ReadBodyAsync(HttpContext context, Operation operation)
    {
        var bytes = context.Features.Get<BodyBytes>()?.Bytes ?? await JsonBody.ReadBytesAsync(context.Request, operation.BodyLimit);
        if (bytes.Length == 0 && operation.BodyIsOptional)
        {
            return JsonBody.Parse("{}"u8.ToArray(), operation.Body!);
        }

        JsonBody.CheckContentType(context.Request, operation.BodyTypes);
        return JsonBody.Parse(bytes, operation.Body!);
    }
}
