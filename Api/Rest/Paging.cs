using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Listing;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Rest;

/// <summary>Pages of a list.</summary>
internal static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaximumLimit = 200;

    /// <summary>How long a cursor may be.</summary>
    public const int LongestCursor = 6_000;

    private const string Cursor = "cursor";
    private const string Limit = "limit";

    /// <summary>The position that a client's cursor stands for; none for the first page.</summary>
    /// <exception cref="InvalidCursorException">It was not given out for this query, has been changed, or is older than a day.</exception>
    public static string? Open(HttpContext context, string? cursor) => cursor is null
        ? null
        : Tokens(context).Find(Question(context.Request), cursor)
            ?? throw new InvalidCursorException($"Expected a cursor that was given out for this query within the last {PageTokens.Lifetime.TotalHours:0} hours, found another text.");

    /// <summary>The cursor of a position as clients are given it; none for none.</summary>
    public static string? Close(HttpContext context, string? position) => Tokens(context).Write(Question(context.Request), position);

    /// <summary>Says where the next page is (RFC 8288), if there is one.</summary>
    public static void LinkNext(HttpContext context, string? cursor)
    {
        if (cursor is null)
        {
            return;
        }

        var query = new QueryBuilder(Parameters(context.Request).Where(parameter => parameter.Key != Cursor))
        {
            { Cursor, cursor },
        };
        context.Response.Headers.Link = $"<{context.Request.PathBase.Add(context.Request.Path).ToUriComponent()}{query}>; rel=\"next\"";
    }

    private static PageTokens Tokens(HttpContext context) => context.RequestServices.GetRequiredService<PageTokens>();

    /// <summary>What is asked for: where, and every parameter but those of the page.</summary>
    private static string Question(HttpRequest request) => $"{request.Path}{new QueryBuilder(Parameters(request)
        .Where(parameter => parameter.Key is not Cursor and not Limit)
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal).ThenBy(parameter => parameter.Value, StringComparer.Ordinal))}";

    private static IEnumerable<KeyValuePair<string, string>> Parameters(HttpRequest request) =>
        request.Query.SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value ?? ""));
}
