using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Clients;

public sealed class GuardedServerTests : IDisposable
{
    private const string Script = """
        import sys, boto3
        from botocore.exceptions import ClientError
        def client(secret):
            return boto3.client("stepfunctions", endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id=sys.argv[2], aws_secret_access_key=secret)
        print(len(client(sys.argv[3]).list_state_machines()["stateMachines"]) > 0)
        try:
            client("wrong").list_state_machines()
        except ClientError as e:
            print(e.response["Error"]["Code"])
        """;

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [ClientFact(ClientNames.Boto3)]
    public async Task The_first_key_that_a_server_prints_signs_for_an_AWS_SDK_and_is_printed_once()
    {
        string id, secret;
        using (var first = await ServerProcess.StartGuardedAsync(_data.Path))
        {
            (id, secret) = (Printed(first, "  id"), Printed(first, "  secret"));
            var outcome = await Tool.Python.RunAsync(["-c", Script, first.Endpoint.ToString(), id, secret]);
            Assert.Equal("True\nInvalidSignatureException", outcome.OutputOrThrow());
        }

        using var second = await ServerProcess.StartGuardedAsync(_data.Path);
        Assert.DoesNotContain(second.Said, line => line.StartsWith("  secret", StringComparison.Ordinal));
        Assert.Equal("True\nInvalidSignatureException", (await Tool.Python.RunAsync(["-c", Script, second.Endpoint.ToString(), id, secret])).OutputOrThrow());
    }

    private static string Printed(ServerProcess server, string what) =>
        server.Said.Single(line => line.StartsWith(what, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
}
