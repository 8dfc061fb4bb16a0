using System.Globalization;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Api.Tests.Tasks;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.Rest.Fuzz;

public class FuzzTests
{
    private const int RequestsPerOperation = 600;

    /// <summary>What a request is refused with before anybody looks whether that of which it speaks is there.</summary>
    private static readonly string[] BySchema = ["bad-request", "invalid-body", "invalid-cursor", "invalid-parameter", "malformed-json", "route-not-found", "too-large", "unsupported-media-type"];

    [Fact]
    public async Task Whatever_a_schema_does_not_allow_is_answered_with_a_problem_and_stores_nothing()
    {
        await using var server = await RestServer.StartAsync();
        await server.Client.PostAsync("/api/v1/orders", TaskSubmissions.Order());
        var before = await server.StoredAsync();
        var failures = new List<string>();

        foreach (var operation in server.Client.Document!.Operations.Where(operation => operation.IsChecked))
        {
            var random = new Random(operation.Id.Sum(c => c));
            var requests = new InvalidRequests(operation, server.Client.Document, random).All().Take(Thoroughness.Cases(RequestsPerOperation));
            foreach (var request in requests)
            {
                var answer = await SendAsync(server, operation.Method, request);
                if (answer.Status is < 400 or >= 500 || (operation.Method != "HEAD" && answer.ContentType != "application/problem+json"))
                {
                    failures.Add(string.Create(CultureInfo.InvariantCulture, $"{operation}, {request.What}: {answer.Status} {answer.ContentType}"));
                }
                else if (answer.Code is { } code && !BySchema.Contains(code))
                {
                    failures.Add($"{operation}, {request.What}: {code}, as if the request were sound");
                }
            }
        }

        Assert.Empty(failures);
        Assert.Equal(before, await server.StoredAsync());
    }

    private static async Task<RestAnswer> SendAsync(RestServer server, string method, InvalidRequest request)
    {
        using var content = request.Body is null ? null : new ByteArrayContent(request.Body);
        if (request.ContentType is not null)
        {
            content!.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        return await server.Client.SendAsync(new HttpMethod(method), request.Address, RestClient.Admin, content, request.Headers);
    }
}
