using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access.Sessions;
using TaskOrchestration.Api.Access.Signatures;
using TaskOrchestration.Api.Access.Tokens;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Api.Access.Credentials;

/// <summary>Finds out who calls.</summary>
internal sealed class Authentication(KeyRing keys, SignatureCheck signatures, TokenCheck tokens, SessionDesk sessions)
{
    public async ValueTask<Identity> IdentifyAsync(HttpContext context) => CredentialReader.Read(context.Request) switch
    {
        Credential.None => new Identity.Nobody(),
        Credential.Key key => await keys.OpenAsync(key.Id, key.Secret, context.RequestAborted) is { } caller
            ? new Identity.Known(caller)
            : new Identity.Refused(key.Id, Denial.UnknownCredentials("There is no such API key, its secret is another one, or it is expired or revoked.")),
        Credential.Signed signed => await signatures.CheckAsync(context, signed.Signature),
        Credential.Token token => await tokens.CheckAsync(token.Text, context.RequestAborted),
        Credential.Cookie cookie => await RecognizeAsync(context, cookie.Closed),
        Credential.Malformed malformed => new Identity.Refused("", Denial.MalformedCredentials(malformed.Reason)),
        var other => throw new UnreachableException($"no way to check {other.GetType().Name}"),
    };

    private async ValueTask<Identity> RecognizeAsync(HttpContext context, string closed)
    {
        if (sessions.Read(closed) is not { } session || await sessions.CallerAsync(session, context.RequestAborted) is not { } caller)
        {
            return new Identity.Ended();
        }

        context.Features.Set(session);
        return new Identity.Known(caller);
    }
}
