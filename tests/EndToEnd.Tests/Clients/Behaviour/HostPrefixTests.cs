using TaskOrchestration.EndToEnd.Tests.Clients.Actions;
using TaskOrchestration.EndToEnd.Tests.Clients.Calling;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Behaviour;

[Collection(Sessions.Name)]
public sealed class HostPrefixTests(ClientSession session)
{
    // Stands for two names that lead to the server.
    private const string Script = """
        import socket, sys, urllib.parse
        import boto3

        address = urllib.parse.urlparse(sys.argv[1])
        resolve = socket.getaddrinfo
        socket.getaddrinfo = lambda host, *rest, **named: resolve("127.0.0.1" if host.endswith("taskorch.example") else host, *rest, **named)
        sfn = boto3.client("stepfunctions", endpoint_url=f"http://taskorch.example:{address.port}", region_name="us-east-1")
        greet = '{"StartAt":"Greet","States":{"Greet":{"Type":"Pass","Result":"hello","End":true}}}'
        machine = sfn.create_state_machine(name="prefixed", type="EXPRESS", roleArn="arn:aws:iam::123456789012:role/any", definition=greet)
        answer = sfn.start_sync_execution(stateMachineArn=machine["stateMachineArn"])
        tested = sfn.test_state(definition='{"Type":"Succeed"}', roleArn="arn:aws:iam::123456789012:role/any", input='"tested"')
        print(answer["output"], tested["output"])
        """;

    [ClientFact(ClientNames.Boto3)]
    public async Task A_client_without_any_setting_is_answered_under_the_prefixed_name()
    {
        var environment = session.Environment;
        environment["AWS_DISABLE_HOST_PREFIX_INJECTION"] = "false";
        var outcome = await Tool.Python.RunAsync(["-c", Script, session.Server.Endpoint.ToString()], environment);
        Assert.Equal("\"hello\" \"tested\"", outcome.OutputOrThrow());
    }
}
