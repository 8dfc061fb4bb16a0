using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access.Administration;
using TaskOrchestration.Api.Access.Auditing;
using TaskOrchestration.Api.Access.Sessions.Views;
using TaskOrchestration.Api.Access.Throttling;
using TaskOrchestration.Api.Access.Tokens;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>The operations on whoever asks.</summary>
internal sealed class SessionRoutes(AccessMode mode, SessionDesk desk, SignInLinks links, OidcOptions oidc, Throttle throttle, Lazy<Permissions> permissions)
{
    public ValueTask<IAnswer> DescribeWaysAsync(HttpContext context) => JsonAnswer.Ok(new SignInView
    {
        Anonymous = mode == AccessMode.Anonymous,
        ApiKey = mode == AccessMode.Credentials,
        Link = mode == AccessMode.Credentials && links.AreMade,
        Oidc = mode == AccessMode.Credentials && oidc.SignsIn ? new OidcWayView { Name = oidc.Name, Address = OidcSignIn.Path } : null,
    });

    public ValueTask<IAnswer> DescribeCallerAsync(HttpContext context)
    {
        var (caller, session) = (context.Caller(), context.Features.Get<Session>());
        return JsonAnswer.Ok(new MeView
        {
            Name = caller.Name,
            Roles = KeyRoles.Of(caller.Roles),
            Machines = caller.Machines.IsAll ? null : caller.Machines.Patterns,
            SignedIn = SignedInOf(caller, session),
            Session = session?.View(caller),
            Permissions = permissions.Value.Of(caller),
        });
    }

    public async ValueTask<IAnswer> OpenAsync(HttpContext context, NoParameters parameters, SessionDraft draft)
    {
        RequireOwnPage(context);
        if (!KeyForm.IsId(draft.KeyId) || !KeyForm.IsSecret(draft.Secret) || await desk.OpenWithKeyAsync(draft.KeyId, draft.Secret, context.RequestAborted) is not { } session)
        {
            context.ClaimForAudit(KeyForm.IsId(draft.KeyId) ? draft.KeyId : "");
            throw Refused(context);
        }

        var caller = new Caller(session.Name, session.Roles, session.Credential);
        context.Features.Set(caller);
        SessionCookie.Write(context, desk.Close(session), session.Expires);
        return await JsonAnswer.Created(context, $"{RestApi.Root}/sessions/current", session.View(caller));
    }

    /// <summary>Ends the session that the request shows, and has the browser forget it. Whoever shows none is as signed out afterwards.</summary>
    public async ValueTask<IAnswer> EndAsync(HttpContext context)
    {
        RequireOwnPage(context);
        if (SessionCookie.Read(context.Request) is { } closed)
        {
            if (desk.Read(closed) is { } session)
            {
                context.Features.Set(new Caller(session.Name, session.Roles, session.Credential));
                await desk.EndAsync(session, context.RequestAborted);
            }

            SessionCookie.Delete(context);
        }

        return await JsonAnswer.NoContent();
    }

    /// <summary>Otherwise another page could sign people out, or in under a name that it knows.</summary>
    private static void RequireOwnPage(HttpContext context)
    {
        if (SameOrigin.IsForeign(context.Request))
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, "forbidden", "Expected a request of the console's own pages, found one of another page.");
        }
    }

    private static SignedIn SignedInOf(Caller caller, Session? session) => (session, caller.Credential) switch
    {
        (not null, _) => SignedIn.Session,
        (_, "anonymous") => SignedIn.Anonymous,
        (_, "oidc") => SignedIn.Token,
        _ => SignedIn.Key,
    };

    private ProblemException Refused(HttpContext context)
    {
        if (throttle.CountFailure(context) is { } throttled)
        {
            context.Response.Headers.RetryAfter = $"{throttled.RetryAfter}";
            return new ProblemException(throttled.Status, throttled.Code, throttled.Detail);
        }

        return new ProblemException(StatusCodes.Status401Unauthorized, "unauthenticated", "There is no such API key, its secret is another one, or it is expired or revoked.");
    }
}
