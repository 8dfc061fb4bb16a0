using System.Text;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Idempotency;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Tests.Rest.Conformance;

/// <summary>Asks every operation for the refusals that follow from what it declares.</summary>
public sealed class DeclaredRefusals : IScenario
{
    public async Task RunAsync(RestServer server)
    {
        foreach (var operation in server.Client.Document!.Operations.Where(operation => operation.IsChecked))
        {
            var valid = ValidRequest.For(operation, server.Client.Document);
            await SendAsync(server, operation, $"{valid.Path}?no-such-parameter=1", RestClient.Admin, valid);
            await SendAsync(server, operation, valid.Address, caller: null, valid);
            await SendAsync(server, operation, valid.Address, "nobody:None", valid, ("Idempotency-Key", "of-nobody"));
            await RefuseBodiesAsync(server, operation, valid);
            await RefuseKeysAsync(server, operation, valid);
        }
    }

    private static async Task RefuseBodiesAsync(RestServer server, DocumentedOperation operation, ValidRequest valid)
    {
        if (valid.Body is null)
        {
            return;
        }

        var limit = server.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<Operation>()).Single(declared => declared?.Id == operation.Id)!.BodyLimit;
        var text = valid.Body.ToString();
        foreach (var (body, mediaType) in new[] { (text, "text/plain"), (text + new string(' ', (int)limit), operation.BodyTypes[0]), ("{", operation.BodyTypes[0]), ("[]", operation.BodyTypes[0]) })
        {
            using var content = new StringContent(body, Encoding.UTF8, mediaType);
            await server.Client.SendAsync(new HttpMethod(operation.Method), valid.Address, RestClient.Admin, content);
        }
    }

    private static async Task RefuseKeysAsync(RestServer server, DocumentedOperation operation, ValidRequest valid)
    {
        if (operation.Method != HttpMethods.Post)
        {
            return;
        }

        var scope = $"{RestClient.Admin.Split(':')[0]} POST {valid.Path}";
        server.Service<RequestsUnderWay>().TryBegin(scope, "under-way");
        await SendAsync(server, operation, valid.Address, RestClient.Admin, valid, ("Idempotency-Key", "under-way"));
        server.Service<RequestsUnderWay>().End(scope, "under-way");

        await server.Service<IIdempotencyStore>().KeepAsync(new IdempotentAnswer { Scope = scope, Key = "used", RequestHash = "of another request", Status = 200, At = server.Time.Now });
        await SendAsync(server, operation, valid.Address, RestClient.Admin, valid, ("Idempotency-Key", "used"));
    }

    private static async Task SendAsync(RestServer server, DocumentedOperation operation, string address, string? caller, ValidRequest valid, params (string, string)[] headers)
    {
        using var content = valid.Body is null ? null : new StringContent(valid.Body.ToString(), Encoding.UTF8, operation.BodyTypes[0]);
        await server.Client.SendAsync(new HttpMethod(operation.Method), address, caller, content, headers);
    }
}
