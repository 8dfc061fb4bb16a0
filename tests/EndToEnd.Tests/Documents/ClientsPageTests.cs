using TaskOrchestration.EndToEnd.Tests.Clients;
using TaskOrchestration.EndToEnd.Tests.Clients.Actions;
using TaskOrchestration.EndToEnd.Tests.Clients.Calling;

namespace TaskOrchestration.EndToEnd.Tests.Documents;

/// <summary>What docs/clients.md says, on a server that asks for credentials, with no setting but those on the page.</summary>
[Collection(Sessions.Name)]
public sealed class ClientsPageTests(ClientSession session)
{
    [ClientFact(ClientNames.AwsCli)]
    public async Task The_example_of_the_CLI_runs() => Assert.Equal("\"hello\"", await OutputAsync("bash", "-c", $"set -euo pipefail\n{Block("cli")}"));

    [ClientFact(ClientNames.Boto3)]
    public async Task The_example_of_Python_runs() => Assert.Equal("\"hello\"", await OutputAsync(Tool.Python.Program, "-c", Block("python")));

    [ClientFact(ClientNames.JavaScript)]
    public async Task The_example_of_JavaScript_runs() => Assert.Equal("\"hello\"", await OutputAsync("node", "--input-type=module", "--eval", Block("javascript")));

    private async Task<string> OutputAsync(string program, params string[] arguments)
    {
        var environment = session.Environment;
        environment.Remove("AWS_DISABLE_HOST_PREFIX_INJECTION");
        // Node looks for the SDK from the folder it runs in.
        return (await new Tool(program).RunAsync(arguments, environment, Tool.Script(""))).OutputOrThrow();
    }

    private string Block(string name) => Readme.Block("docs/clients.md", name, session.Server.Endpoint);
}
