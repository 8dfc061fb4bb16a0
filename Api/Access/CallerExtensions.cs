using Microsoft.AspNetCore.Http;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access;

/// <summary>Who asks, in an endpoint.</summary>
public static class CallerExtensions
{
    /// <summary>The caller, whom the access middleware has found out.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is public and nobody asked for credentials.</exception>
    public static Caller Caller(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<Caller>() ?? throw new InvalidOperationException("This endpoint is public: there is no caller.");
    }
}
