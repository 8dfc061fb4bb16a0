using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace TaskOrchestration.Api.Rest;

/// <summary>Pages of a list.</summary>
internal static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaximumLimit = 200;

    /// <summary>Says where the next page is (RFC 8288), if there is one.</summary>
    public static void LinkNext(HttpContext context, string? cursor)
    {
        if (cursor is null)
        {
            return;
        }

        var query = new QueryBuilder(context.Request.Query.Where(parameter => parameter.Key != "cursor").SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value ?? "")))
        {
            { "cursor", cursor },
        };
        context.Response.Headers.Link = $"<{context.Request.PathBase.Add(context.Request.Path).ToUriComponent()}{query}>; rel=\"next\"";
    }
}
