using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Cli.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Support;

namespace TaskOrchestration.Cli.Tests.Access;

/// <summary>Every endpoint that the server has, asked by a caller of every role and by nobody.</summary>
public sealed class MatrixTests : IAsyncLifetime, IDisposable
{
    private static readonly Roles[] AllRoles = [Roles.None, Roles.Viewer, Roles.Operator, Roles.Worker, Roles.Author, Roles.Admin];

    private readonly TemporaryFolder _data = new();
    private readonly HttpClient _http = new();
    private LocalServer? _server;

    private LocalServer Server => _server ?? throw new InvalidOperationException("the server has not started");

    public async Task InitializeAsync() =>
        _server = await LocalServer.StartAsync(new ServerOptions(0, _data.Path, new Dictionary<string, string>()), CancellationToken.None);

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _data.Dispose();
    }

    [Fact]
    public void Every_endpoint_is_classified() =>
        Assert.Empty(Endpoints().Where(endpoint => !endpoint.IsWire && !Expectations.Knows(endpoint.Name)).Select(endpoint => endpoint.Name));

    [Fact]
    public async Task Every_endpoint_lets_in_exactly_the_roles_it_should()
    {
        var wrong = new List<string>();
        foreach (var roles in AllRoles)
        {
            var key = await KeyAsync("ada", roles);
            foreach (var endpoint in Endpoints().Where(endpoint => !endpoint.IsWire && endpoint.Name != "GET /api/v1/audit/verification"))
            {
                var status = await AskAsync(endpoint.Method, endpoint.PathFor("none"), key);
                if (status is HttpStatusCode.Forbidden == Expectations.Lets(endpoint.Name, roles) || status == HttpStatusCode.Unauthorized)
                {
                    wrong.Add($"{endpoint.Name} as {roles}: {status}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_without_credentials_is_let_in_but_where_all_are()
    {
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints().Where(endpoint => !endpoint.IsWire))
        {
            if (await AskAsync(endpoint.Method, endpoint.PathFor("none"), key: null) is HttpStatusCode.Unauthorized == Expectations.IsOpen(endpoint.Name))
            {
                wrong.Add(endpoint.Name);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_action_of_Step_Functions_lets_in_exactly_the_roles_it_should()
    {
        var wrong = new List<string>();
        foreach (var roles in AllRoles)
        {
            var key = await KeyAsync("ada", roles);
            foreach (var (action, anyOf) in WireActions.All)
            {
                var answer = await CallAsync(action, key);
                if (answer.Contains("AccessDeniedException", StringComparison.Ordinal) == ((roles & (anyOf | Roles.Admin)) != Roles.None))
                {
                    wrong.Add($"{action} as {roles}: {answer}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_task_does_not_exist_for_whoever_neither_owns_it_nor_is_an_operator()
    {
        var store = Server.Services.GetService<ITaskStore>();
        if (store is null)
        {
            // A host without tasks has no endpoint about them either.
            Assert.DoesNotContain(Endpoints(), endpoint => Expectations.Knows(endpoint.Name) && Expectations.IsOwned(endpoint.Name));
            return;
        }

        var now = DateTimeOffset.UtcNow;
        var id = TaskIds.From("ada's");
        await store.TrySaveAsync(new TrackedTask
        {
            TaskId = id,
            Kind = TaskKind.Order,
            Title = "An order",
            Owner = "ada",
            Workflow = "OrderProcessing",
            Input = "{}",
            History = [new TaskChange(TrackedStatus.Pending, now, "ada", "test")],
            UpdatedAt = now,
        });
        var leaks = new List<string>();
        foreach (var roles in AllRoles.Where(roles => (roles & (Roles.Operator | Roles.Admin)) == Roles.None))
        {
            var stranger = await KeyAsync("bob", roles);
            foreach (var endpoint in Endpoints().Where(endpoint => Expectations.Knows(endpoint.Name) && Expectations.IsOwned(endpoint.Name)))
            {
                var (there, elsewhere) = (await AskAsync(endpoint.Method, endpoint.PathFor(id), stranger), await AskAsync(endpoint.Method, endpoint.PathFor(TaskIds.From("nobody's")), stranger));
                if (there != elsewhere || (int)there < 400)
                {
                    leaks.Add($"{endpoint.Name} as {roles}: {there} for somebody else's task, {elsewhere} for none");
                }
            }
        }

        Assert.Empty(leaks);
    }

    private IEnumerable<MappedEndpoint> Endpoints() => Server.Endpoints.OfType<RouteEndpoint>().SelectMany(MappedEndpoint.Of);

    private async Task<string> KeyAsync(string owner, Roles roles)
    {
        var issued = await Server.Services.GetRequiredService<ApiKeys>().CreateAsync(owner, roles);
        return $"{issued.Key.Id}.{issued.Secret}";
    }

    private async Task<HttpStatusCode> AskAsync(string method, string path, string? key)
    {
        using var request = Request(new HttpMethod(method), path, key);
        request.Content = method is "POST" or "PUT" or "PATCH" ? new StringContent("{", Encoding.UTF8, "application/json") : null;
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<string> CallAsync(string action, string key)
    {
        using var request = Request(HttpMethod.Post, "/", key);
        request.Content = new StringContent("[]");
        request.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{action}");
        using var answer = await _http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? key)
    {
        var request = new HttpRequestMessage(method, new Uri(Server.Address, path));
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        return request;
    }
}
