using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Access.Auditing;
using TaskOrchestration.Api.Access.Throttling;
using TaskOrchestration.Api.Access.Tokens;
using TaskOrchestration.Api.Pages;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>The addresses that people open to sign in. What goes wrong there is told on the console's own sign-in page.</summary>
internal sealed class SignInPages(AccessMode mode, SessionDesk desk, SignInLinks links, OidcOptions options, OidcSignIn oidc, Throttle throttle, ConsolePages pages, ILogger<SignInPages> log)
{
    private const string Path = "/sign-in";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps them.</summary>
    public static IEndpointRouteBuilder Map(IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var own = new Lazy<SignInPages>(() => ActivatorUtilities.CreateInstance<SignInPages>(services, services.GetRequiredService<AccessModeSetting>().Mode));
        endpoints.MapMethods(Path, Reading, context => own.Value.ShowAsync(context)).AllowPublic();
        endpoints.MapGet(OidcSignIn.Path, context => own.Value.BeginOidcAsync(context)).AllowPublic();
        endpoints.MapGet(OidcSignIn.CallbackPath, context => own.Value.FinishOidcAsync(context)).AllowPublic();
        return endpoints;
    }

    /// <summary>Lets in whoever brings the code of a one-time link; shows everybody else the page.</summary>
    private Task ShowAsync(HttpContext context)
    {
        // Whoever only looks at the headers, as programs do that show a preview of a link, has not used it.
        if (context.Request.Query["code"].ToString() is not { Length: > 0 } code || HttpMethods.IsHead(context.Request.Method))
        {
            return pages.ShowPageAsync(context);
        }

        if (mode == AccessMode.Anonymous)
        {
            Redirect(context, "/");
        }
        else if (links.TryUse(code))
        {
            Enter(context, desk.OpenWithLink(), "/");
        }
        else
        {
            TurnAway(context, throttle.CountFailure(context) is null ? "link" : "throttled", "with a link that is not good");
        }

        return Task.CompletedTask;
    }

    private async Task BeginOidcAsync(HttpContext context)
    {
        if (mode == AccessMode.Anonymous || !options.SignsIn)
        {
            Redirect(context, Path);
            return;
        }

        try
        {
            Redirect(context, await oidc.BeginAsync(context, OwnPage(context.Request.Query["to"].ToString())));
        }
        catch (OidcException e)
        {
            TurnAway(context, e);
        }
    }

    private async Task FinishOidcAsync(HttpContext context)
    {
        if (mode == AccessMode.Anonymous || !options.SignsIn)
        {
            Redirect(context, Path);
            return;
        }

        try
        {
            var (person, to) = await oidc.FinishAsync(context);
            Enter(context, desk.OpenFor(person.Caller), to);
        }
        catch (OidcException e)
        {
            TurnAway(context, e);
        }
    }

    private void Enter(HttpContext context, Session session, string to)
    {
        context.Features.Set(new Caller(session.Name, session.Roles, session.Credential));
        context.RecordForAudit(Path);
        SessionCookie.Write(context, desk.Close(session), session.Expires);
        Redirect(context, to);
    }

    private void TurnAway(HttpContext context, OidcException e)
    {
        log.LogWarning("Somebody could not be signed in, request {RequestId}: {Reason}", context.TraceIdentifier, e.Message);
        var isThrottled = e.Reason == OidcException.Failed && throttle.CountFailure(context) is not null;
        TurnAway(context, isThrottled ? "throttled" : e.Reason, "at the identity provider");
    }

    private static void TurnAway(HttpContext context, string reason, string how)
    {
        context.RecordForAudit($"{Path} {how}", reason);
        Redirect(context, QueryHelpers.AddQueryString(Path, new Dictionary<string, string?> { ["reason"] = reason, ["request"] = context.TraceIdentifier }));
    }

    private static void Redirect(HttpContext context, string to)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = to;
    }

    /// <summary>A page of the console; never one of another server, to which a link to here could otherwise lead.</summary>
    private static string OwnPage(string to) => to is ['/', not ('/' or '\\'), ..] && !to.Any(char.IsControl) ? to : "/";
}
