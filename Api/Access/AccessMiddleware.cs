using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access.Auditing;
using TaskOrchestration.Api.Access.Credentials;
using TaskOrchestration.Api.Access.Hosts;
using TaskOrchestration.Api.Access.Sessions;
using TaskOrchestration.Api.Access.Throttling;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access;

/// <summary>Lets a request through to its endpoint if whoever sends it may, and sees to it that what matters is in the audit journal.</summary>
/// <remarks>An endpoint without an <see cref="AccessRule"/> is let through to by nobody.</remarks>
internal sealed class AccessMiddleware(RequestDelegate next, AccessMode mode, HostRules hosts, Throttle throttle, Authentication authentication, AuditedCalls audited)
{
    private static readonly Caller Anonymous = new("anonymous", Roles.Admin, "anonymous");

    public async Task InvokeAsync(HttpContext context)
    {
        var trail = AuditTrail.Begin(context, audited);
        try
        {
            var denial = hosts.Complaint(context.Request) ?? throttle.Count(context);
            if (denial is null && hosts.Cors.Answer(context))
            {
                return;
            }

            denial ??= await DenialAsync(context, trail);
            if (denial is not null)
            {
                trail.IsDenied = true;
                await DenialAnswering.AnswerAsync(context, denial);
                return;
            }

            await next(context);
        }
        finally
        {
            if (context.RequestAborted.IsCancellationRequested && trail.IsMutating)
            {
                await trail.RecordAbortedAsync();
            }
        }
    }

    private async ValueTask<Denial?> DenialAsync(HttpContext context, AuditTrail trail)
    {
        var identity = mode == AccessMode.Anonymous ? new Identity.Known(Anonymous) : await authentication.IdentifyAsync(context);
        return Denial(context, trail, identity)
            ?? (trail.IsMutating && !await audited.CanRecordAsync() ? Unrecordable(trail) : null);
    }

    private static Denial Unrecordable(AuditTrail trail)
    {
        trail.IsForgone = true;
        return Access.Denial.Unavailable("The audit journal cannot be written at the moment, so nothing may be changed.");
    }

    private Denial? Denial(HttpContext context, AuditTrail trail, Identity identity)
    {
        switch (identity)
        {
            case Identity.Refused refused:
                trail.Claimed = refused.Claimed;
                return (refused.Denial.IsFailedLogin ? throttle.CountFailure(context) : null) ?? refused.Denial;
            case Identity.Known { Caller: var caller }:
                context.Features.Set(caller);
                return throttle.Count(context, caller) ?? SameOrigin.Complaint(context) ?? Denial(context, caller);
            case Identity.Ended:
                if (IsOpenToAll(context.GetEndpoint()))
                {
                    return null;
                }

                SessionCookie.Delete(context);
                return Access.Denial.EndedSession();
            case Identity.Nobody:
                return IsOpenToAll(context.GetEndpoint()) ? null : Access.Denial.NoCredentials();
            default:
                throw new UnreachableException($"no answer for {identity}");
        }
    }

    private static bool IsOpenToAll(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<AccessRule>() is { IsPublic: true };

    private static Denial? Denial(HttpContext context, Caller caller) => context.GetEndpoint() switch
    {
        // Routing has found nothing, or nothing for this method: there is nothing to guard, and it says so itself.
        null => null,
        not RouteEndpoint => null,
        var endpoint when endpoint.Metadata.GetMetadata<AccessRule>() is not { } rule => Access.Denial.Forbidden("Nobody may use this endpoint: it does not say who may."),
        var endpoint when endpoint.Metadata.GetMetadata<WireProtocol>() is not null => ActionDenial(context.Request, caller),
        var endpoint => RuleDenial(endpoint.Metadata.GetMetadata<AccessRule>()!, caller) ?? MachinesDenial(endpoint, caller),
    };

    private static Denial? RuleDenial(AccessRule rule, Caller caller) => rule.IsPublic || rule.AnyOf == Roles.None || caller.Has(rule.AnyOf)
        ? null
        : Access.Denial.Forbidden($"Expected a caller with the role {string.Join(" or ", RoleNames.Of(rule.AnyOf))}; {caller.Name} has {RolesOf(caller)}.");

    private static Denial? MachinesDenial(Endpoint endpoint, Caller caller) =>
        caller.Machines.IsAll || endpoint.Metadata.GetMetadata<AccessRule>() is { IsPublic: true } || endpoint.Metadata.GetMetadata<MachineLimited>() is not null
            ? null
            : Access.Denial.Forbidden($"Expected a key for all machines; that of {caller.Name} is for {string.Join(", ", caller.Machines.Patterns)}, and this is not about single machines.");

    /// <summary>An action that AWS does not have is let through, to be told so.</summary>
    private static Denial? ActionDenial(HttpRequest request, Caller caller)
    {
        var action = WireActions.Named(request);
        return !WireActions.All.TryGetValue(action, out var anyOf) || caller.Has(anyOf)
            ? null
            : Access.Denial.Forbidden($"User: {caller.Name} is not authorized to perform: states:{action}: expected the role {string.Join(" or ", RoleNames.Of(anyOf))}, found {RolesOf(caller)}.");
    }

    private static string RolesOf(Caller caller) => caller.Roles == Roles.None ? "no role" : string.Join(", ", RoleNames.Of(caller.Roles));
}
