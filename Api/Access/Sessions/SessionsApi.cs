using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access.Sessions.Views;
using TaskOrchestration.Api.Rest;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>Puts the operations on sessions into a host.</summary>
internal static class SessionsApi
{
    private const string Tag = "Sessions";

    /// <summary>Maps them into the group of the REST API.</summary>
    public static IEndpointRouteBuilder MapSessionsApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var services = api.ServiceProvider;
        var routes = new Lazy<SessionRoutes>(() => ActivatorUtilities.CreateInstance<SessionRoutes>(
            services, services.GetRequiredService<AccessModeSetting>().Mode, new Lazy<Permissions>(() => new Permissions(services.GetRequiredService<EndpointDataSource>().Endpoints))));
        api.MapOperation(
            new Operation { Id = "getSignIn", Method = HttpMethods.Get, Pattern = "/sign-in", Tag = Tag, Summary = "Says in which ways one can sign in to the console.", Answers = [new(200, "The ways.", typeof(SignInView))] },
            context => routes.Value.DescribeWaysAsync(context)).AllowPublic();
        api.MapOperation(
            new Operation { Id = "getMe", Method = HttpMethods.Get, Pattern = "/me", Tag = Tag, Summary = "Says who asks, and what they may do.", Answers = [new(200, "The caller.", typeof(MeView))] },
            context => routes.Value.DescribeCallerAsync(context)).AllowCallers().KeepToMachines();
        api.MapOperation<NoParameters, SessionDraft>(
            new Operation
            {
                Id = "createSession",
                Method = HttpMethods.Post,
                Pattern = "/sessions",
                Tag = Tag,
                Summary = "Signs in to the console with an API key.",
                Description = "The session is in a cookie, which goes with requests of the server's own pages alone. It ends after twelve hours, by signing out, and with the key or its secret.",
                Answers = [new(201, "The session.", typeof(SessionView)) { Headers = ["Location", "Set-Cookie"] }],
                Refusals = ["unauthenticated", "forbidden"],
                AnswerIsSecret = true,
            },
            (context, parameters, draft) => routes.Value.OpenAsync(context, parameters, draft)).AllowPublic();
        api.MapOperation(
            new Operation
            {
                Id = "deleteSession",
                Method = HttpMethods.Delete,
                Pattern = "/sessions/current",
                Tag = Tag,
                Summary = "Signs out.",
                Answers = [new(204, "There is no session any more.")],
                Refusals = ["forbidden"],
            },
            context => routes.Value.EndAsync(context)).AllowPublic();
        return api;
    }
}
