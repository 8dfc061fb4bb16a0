using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Cli.Serving;
using TaskOrchestration.Cli.Tests.Access;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Cli.Tests.Serving;

public class LocalRoutesTests
{
    private static readonly string[] Pages = ["/", "/sign-in", "/sign-in/oidc", "/sign-in/oidc/callback"];

    /// <summary>What the document has is what the tests of the API exercise, so nothing may be mapped beside it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everything_but_the_wire_protocol_and_the_pages_of_the_console_is_in_the_document(bool hasMovableClock)
    {
        using var data = new TemporaryFolder();
        await using var server = await LocalServer.StartAsync(new ServerOptions(0, data.Path, new Dictionary<string, string>()) { HasMovableClock = hasMovableClock }, CancellationToken.None);
        using var http = new HttpClient();

        var document = (JsonObject)Json.Parse(await http.GetByteArrayAsync(new Uri(server.Address, "/openapi/v1.json")));
        var documented = ((JsonObject)document["paths"]!).SelectMany(path => (JsonObject)path.Value, (path, method) => $"{method.Key.ToUpperInvariant()} {path.Key}");
        var mapped = server.Endpoints.OfType<RouteEndpoint>().SelectMany(MappedEndpoint.Of).Where(endpoint => !endpoint.IsWire && !Pages.Contains(endpoint.Pattern)).Select(endpoint => endpoint.Name);

        Assert.Equal(mapped.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }
}
