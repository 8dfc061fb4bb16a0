using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Api.Tests.Hosting;

public class HostPagesTests
{
    [Fact]
    public async Task Says_what_the_server_is_and_where_its_endpoint_is()
    {
        await using var server = await StartAsync(HealthCheckResult.Healthy());

        var page = await server.Client.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Contains($"--endpoint-url {server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_puts_what_a_client_sent_into_the_page_as_markup()
    {
        await using var server = await StartAsync(HealthCheckResult.Healthy());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Host", "a<script>");

        using var response = await server.Client.SendAsync(request);

        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HealthStatus.Healthy, HttpStatusCode.OK)]
    [InlineData(HealthStatus.Unhealthy, HttpStatusCode.ServiceUnavailable)]
    public async Task Lives_but_is_ready_only_when_its_checks_pass(HealthStatus engine, HttpStatusCode ready)
    {
        await using var server = await StartAsync(new HealthCheckResult(engine));

        using var live = await server.Client.GetAsync(new Uri("/health/live", UriKind.Relative));
        using var readiness = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, ready), (live.StatusCode, readiness.StatusCode));
    }

    private static Task<ApiServer> StartAsync(HealthCheckResult engine) => ApiServer.StartAsync(
        new FakeExecutions(),
        new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), TimeProvider.System),
        configure: services => services.AddHealthChecks().AddCheck("engine", () => engine, [HostPages.ReadyTag]));
}
