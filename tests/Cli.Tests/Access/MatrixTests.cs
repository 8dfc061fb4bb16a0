using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;
using Xunit.Abstractions;

namespace TaskOrchestration.Cli.Tests.Access;

/// <summary>Every endpoint and every action that the server has, asked by callers of every role, by nobody, and with keys that are no good any more.</summary>
public sealed class MatrixTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly Roles[] AllRoles = [Roles.None, Roles.Viewer, Roles.Operator, Roles.Worker, Roles.Author, Roles.Admin];

    private const Roles AllButAdmin = Roles.Viewer | Roles.Operator | Roles.Worker | Roles.Author;

    private static readonly string[] AboutNone = ["ListActivities", "ListStateMachines", "ValidateStateMachineDefinition"];

    private GuardedHost? _host;

    private GuardedHost Host => _host ?? throw new InvalidOperationException("the server has not started");

    public async Task InitializeAsync() => _host = await GuardedHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public void Every_endpoint_is_classified()
    {
        Assert.Empty(Endpoints(Host).Where(endpoint => !Expectations.Knows(endpoint.Name)).Select(endpoint => endpoint.Name));

        // What any caller may use is about one thing of somebody's, or about all that is theirs: OwnershipTests has both.
        Assert.Empty(Endpoints(Host).Where(endpoint => Expectations.Lets(endpoint.Name, Roles.None) && !Expectations.IsOpen(endpoint.Name)
            && !Expectations.IsOwned(endpoint.Name) && !Expectations.IsScoped(endpoint.Name)).Select(endpoint => endpoint.Name));
    }

    [Fact]
    public async Task Every_endpoint_lets_in_exactly_the_roles_it_should()
    {
        var (cells, wrong) = (0, new List<string>());
        foreach (var roles in AllRoles)
        {
            var key = await Host.KeyAsync("ada", roles);
            foreach (var endpoint in Endpoints(Host))
            {
                var status = await StatusAsync(Host, endpoint, key);
                cells++;
                if (status is HttpStatusCode.Forbidden == Expectations.Lets(endpoint.Name, roles) || status == HttpStatusCode.Unauthorized)
                {
                    wrong.Add($"{endpoint.Name} as {roles}: {status}");
                }
            }
        }

        output.WriteLine($"{cells} cells");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_good_credentials_is_let_in_but_where_all_are()
    {
        var (cells, wrong) = (0, new List<string>());
        foreach (var (what, key) in await BadKeysAsync())
        {
            foreach (var endpoint in Endpoints(Host).Where(endpoint => key is null || !Expectations.IsOpen(endpoint.Name)))
            {
                cells++;
                if (await StatusAsync(Host, endpoint, key) is HttpStatusCode.Unauthorized == Expectations.IsOpen(endpoint.Name))
                {
                    wrong.Add($"{endpoint.Name} with {what}");
                }
            }

            foreach (var action in WireActions.All.Keys)
            {
                using var answer = await Host.AskAsync("POST", "/", key, "{}", ("X-Amz-Target", $"AWSStepFunctions.{action}"));
                var text = await answer.Content.ReadAsStringAsync();
                cells++;
                if (answer.StatusCode != HttpStatusCode.Forbidden || !text.Contains(key is null ? "MissingAuthenticationTokenException" : "UnrecognizedClientException", StringComparison.Ordinal))
                {
                    wrong.Add($"{action} with {what}: {text}");
                }
            }
        }

        output.WriteLine($"{cells} cells");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task An_anonymous_server_lets_everybody_do_everything()
    {
        await using var open = await GuardedHost.StartAsync(isAnonymous: true);
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints(open))
        {
            if (await StatusAsync(open, endpoint, key: null) is (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) and var status)
            {
                wrong.Add($"{endpoint.Name}: {status}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_action_of_Step_Functions_lets_in_exactly_the_roles_it_should()
    {
        var (cells, wrong) = (0, new List<string>());
        foreach (var roles in AllRoles)
        {
            var key = await Host.KeyAsync("ada", roles);
            foreach (var (action, anyOf) in WireActions.All)
            {
                using var answer = await Host.CallAsync(action, key, "[]");
                cells++;
                if ((await answer.Content.ReadAsStringAsync()).Contains("AccessDeniedException", StringComparison.Ordinal) == ((roles & (anyOf | Roles.Admin)) != Roles.None))
                {
                    wrong.Add($"{action} as {roles}: {answer.StatusCode}");
                }
            }
        }

        output.WriteLine($"{cells} cells");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_worker_key_starts_no_executions()
    {
        var key = await Host.KeyAsync("ada", Roles.Worker);
        foreach (var action in new[] { "StartExecution", "StartSyncExecution", "RedriveExecution", "StopExecution" })
        {
            using var answer = await Host.CallAsync(action, key, """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:OrderProcessing"}""");

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("AccessDeniedException", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_action_keeps_a_key_for_some_machines_to_these_whatever_its_roles()
    {
        var (cells, wrong) = (0, new List<string>());
        var actions = Host.Server.Services.GetServices<IAction>().Select(action => action.Name).ToHashSet();
        foreach (var roles in AllRoles.Where(roles => !roles.HasFlag(Roles.Admin)).Append(AllButAdmin))
        {
            var key = await Host.KeyAsync("ada", roles, "orders-*", "arn:aws:states:*:*:activity:orders-*");
            foreach (var (action, anyOf) in WireActions.All.Where(action => actions.Contains(action.Key)))
            {
                foreach (var machine in new[] { "orders-eu", "billing" })
                {
                    using var answer = await Host.CallAsync(action, key, About(machine));
                    var isLet = (roles & anyOf) != Roles.None && (AboutNone.Contains(action) || (machine == "orders-eu" && action != "TestState"));
                    cells++;
                    if ((await answer.Content.ReadAsStringAsync()).Contains("AccessDeniedException", StringComparison.Ordinal) == isLet)
                    {
                        wrong.Add($"{action} of {machine} as {roles}: {answer.StatusCode}");
                    }
                }
            }
        }

        output.WriteLine($"{cells} cells");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_endpoint_that_is_not_about_single_machines_is_closed_to_a_key_for_some()
    {
        var key = await Host.KeyAsync("ada", AllButAdmin, "orders-*");
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints(Host))
        {
            var status = await StatusAsync(Host, endpoint, key);
            if (status is HttpStatusCode.Forbidden == (Expectations.IsOpen(endpoint.Name) || (Expectations.IsOfMachines(endpoint.Name) && !endpoint.Name.EndsWith("/metrics", StringComparison.Ordinal))))
            {
                wrong.Add($"{endpoint.Name}: {status}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_answer_has_the_id_of_its_request()
    {
        var key = await Host.KeyAsync("ada", Roles.Admin);
        var wrong = new List<string>();
        foreach (var (method, path, shown) in Endpoints(Host).Select(endpoint => (endpoint.Method, endpoint.PathFor("none"), (string?)key))
            .Concat([("GET", "/nowhere", key), ("GET", "/api/v1/nowhere", null), ("POST", "/", key), ("POST", "/", null), ("PUT", "/", key), ("OPTIONS", "/", null)]))
        {
            using var answer = await Host.AskAsync(method, path, shown, method is "POST" or "PUT" or "PATCH" ? "{" : null);
            if (!answer.Headers.TryGetValues("x-amzn-RequestId", out var ids) || !ids.SequenceEqual(answer.Headers.GetValues("X-Request-Id")) || !Guid.TryParse(ids.Single(), out _))
            {
                wrong.Add($"{method} {path}: {answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>A request that says of all it could be about that it is this machine.</summary>
    private static string About(string machine)
    {
        const string Here = "arn:aws:states:us-east-1:123456789012";
        return $$"""
            {"stateMachineArn":"{{Here}}:stateMachine:{{machine}}","executionArn":"{{Here}}:execution:{{machine}}:one","mapRunArn":"{{Here}}:mapRun:{{machine}}/Each:one",
             "activityArn":"{{Here}}:activity:{{machine}}","resourceArn":"{{Here}}:stateMachine:{{machine}}","stateMachineVersionArn":"{{Here}}:stateMachine:{{machine}}:1",
             "stateMachineAliasArn":"{{Here}}:stateMachine:{{machine}}:live","name":"{{machine}}","maxResults":-1,"definition":1,"tags":1,"workerName":1}
            """;
    }

    private async Task<(string What, string? Key)[]> BadKeysAsync()
    {
        var keys = Host.Server.Services.GetRequiredService<ApiKeys>();
        var store = Host.Server.Services.GetRequiredService<Domain.Ports.IApiKeyStore>();
        var (revoked, expired, rotated) = (await keys.CreateAsync("ada", Roles.Admin), await keys.CreateAsync("ada", Roles.Admin), await keys.CreateAsync("ada", Roles.Admin));
        await keys.RevokeAsync(revoked.Key.Id);
        await store.TrySaveAsync(expired.Key with { Expires = DateTimeOffset.UnixEpoch });
        await keys.RotateAsync(rotated.Key.Id, TimeSpan.Zero);
        return [("no key", null), ("a revoked key", Shown(revoked)), ("an expired key", Shown(expired)), ("a replaced secret", Shown(rotated)), ("the secret of another key", $"{rotated.Key.Id}.{revoked.Secret}")];
    }

    private static string Shown(IssuedKey key) => $"{key.Key.Id}.{key.Secret}";

    // The check of the whole journal takes the longer the more this test has asked.
    private static IEnumerable<MappedEndpoint> Endpoints(GuardedHost host) => host.Endpoints().Where(endpoint => !endpoint.IsWire && endpoint.Name != "GET /api/v1/audit/verification");

    private static async Task<HttpStatusCode> StatusAsync(GuardedHost host, MappedEndpoint endpoint, string? key)
    {
        using var answer = await host.AskAsync(endpoint.Method, endpoint.PathFor("none"), key, endpoint.Method is "POST" or "PUT" or "PATCH" ? "{" : null);
        return answer.StatusCode;
    }
}
