using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Api.Access.Administration;

/// <summary>Puts the REST operations on API keys and the audit journal into a host.</summary>
internal static class AccessApi
{
    private const string Keys = "Keys";
    private const string Audit = "Audit";

    /// <summary>Maps them into the group of the REST API.</summary>
    public static IEndpointRouteBuilder MapAccessApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var services = api.ServiceProvider;
        MapKeys(api, new Lazy<KeyRoutes>(() => new KeyRoutes(services.GetRequiredService<ApiKeys>(), services.GetRequiredService<TimeProvider>())));
        MapAudit(api, new Lazy<AuditRoutes>(() => new AuditRoutes(services.GetRequiredService<IAuditJournal>())));
        return api;
    }

    private static void MapKeys(IEndpointRouteBuilder api, Lazy<KeyRoutes> routes)
    {
        api.MapOperation(
            new Operation { Id = "listKeys", Method = HttpMethods.Get, Pattern = "/keys", Tag = Keys, Summary = "Lists the API keys, without their secrets.", Answers = [new(200, "All keys.", typeof(KeyList))] },
            context => routes.Value.ListAsync(context)).AllowRoles(Roles.Admin);
        api.MapOperation<NoParameters, KeyDraft>(
            new Operation
            {
                Id = "createKey",
                Method = HttpMethods.Post,
                Pattern = "/keys",
                Tag = Keys,
                Summary = "Makes an API key.",
                Description = "The answer has the secret, which is shown this once. Id and secret go as `X-Api-Key: ID.SECRET`, as HTTP Basic, or as the credentials of an AWS client.",
                Answers = [new(201, "The new key, with its secret.", typeof(KeyView)) { Headers = ["Location"] }],
                AnswerIsSecret = true,
            },
            (context, parameters, draft) => routes.Value.CreateAsync(context, parameters, draft)).AllowRoles(Roles.Admin);
        api.MapOperation<KeyPath>(
            new Operation { Id = "getKey", Method = HttpMethods.Get, Pattern = "/keys/{id}", Tag = Keys, Summary = "Describes an API key, without its secrets.", Answers = [new(200, "The key.", typeof(KeyView))], Refusals = ["not-found"] },
            (context, path) => routes.Value.DescribeAsync(context, path)).AllowRoles(Roles.Admin);
        api.MapOperation<KeyPath>(
            new Operation { Id = "revokeKey", Method = HttpMethods.Delete, Pattern = "/keys/{id}", Tag = Keys, Summary = "Takes an API key back, at once and for ever.", Answers = [new(204, "It opens nothing any more.")], Refusals = ["not-found"] },
            (context, path) => routes.Value.RevokeAsync(context, path)).AllowRoles(Roles.Admin);
        api.MapOperation<KeyPath, KeyRotation>(
            new Operation
            {
                Id = "rotateKey",
                Method = HttpMethods.Post,
                Pattern = "/keys/{id}/rotate",
                Tag = Keys,
                Summary = "Gives an API key a new secret; the old one stays good for a time of grace.",
                Answers = [new(200, "The key, with its new secret.", typeof(KeyView))],
                Refusals = ["not-found", "wrong-status"],
                BodyIsOptional = true,
                AnswerIsSecret = true,
            },
            (context, path, rotation) => routes.Value.RotateAsync(context, path, rotation)).AllowRoles(Roles.Admin);
    }

    private static void MapAudit(IEndpointRouteBuilder api, Lazy<AuditRoutes> routes)
    {
        api.MapOperation<AuditSearch>(
            new Operation { Id = "listAuditRecords", Method = HttpMethods.Get, Pattern = "/audit", Tag = Audit, Summary = "Lists records of the audit journal, newest first.", Answers = [new(200, "A page of records.", typeof(AuditPage)) { Headers = ["Link"] }], Refusals = ["invalid-cursor"] },
            (context, search) => routes.Value.ListAsync(context, search)).AllowRoles(Roles.Admin);
        api.MapOperation(
            new Operation { Id = "verifyAudit", Method = HttpMethods.Get, Pattern = "/audit/verification", Tag = Audit, Summary = "Checks every record of the audit journal against the one before it.", Answers = [new(200, "What came of it.", typeof(VerificationView))] },
            context => routes.Value.VerifyAsync(context)).AllowRoles(Roles.Admin);
    }
}
