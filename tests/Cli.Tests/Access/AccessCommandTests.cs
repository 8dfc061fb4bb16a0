using TaskOrchestration.Cli.Serving;
using TaskOrchestration.Cli.Tests.Commands;
using TaskOrchestration.Support;

namespace TaskOrchestration.Cli.Tests.Access;

public sealed class AccessCommandTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_key_that_is_made_beside_a_running_server_opens_it_until_it_is_revoked()
    {
        await using var server = await LocalServer.StartAsync(new ServerOptions(0, _data.Path, new Dictionary<string, string>()), CancellationToken.None);
        var (id, secret) = await CreateAsync("--owner", "ada", "--role", "viewer", "worker", "--expires", "90d");

        Assert.Equal(200, await AskAsync(server, $"{id}.{secret}"));
        Assert.Equal(0, (await CallAsync("keys", "rotate", id, "--grace", "0s")).ExitCode);
        Assert.Equal(403, await AskAsync(server, $"{id}.{secret}"));
        Assert.Equal($"{id} is revoked\n", (await CallAsync("keys", "revoke", id)).Output);
        var listed = (await CallAsync("keys", "list")).Output;
        Assert.Contains($"{id}  revoked  ada  viewer,worker", listed, StringComparison.Ordinal);
        Assert.Contains($"{server.FirstKey!.Key.Id}  active   admin  admin", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_key_is_made_once_and_opens_everything()
    {
        await using (var first = await LocalServer.StartAsync(new ServerOptions(0, _data.Path, new Dictionary<string, string>()), CancellationToken.None))
        {
            Assert.Equal(200, await AskAsync(first, $"{first.FirstKey!.Key.Id}.{first.FirstKey.Secret}"));
        }

        await using var second = await LocalServer.StartAsync(new ServerOptions(0, _data.Path, new Dictionary<string, string>()), CancellationToken.None);
        Assert.Null(second.FirstKey);
    }

    [Fact]
    public async Task The_journal_is_printed_and_checked()
    {
        var (id, _) = await CreateAsync("--owner", "ada");
        await CallAsync("keys", "revoke", id);

        var printed = await CallAsync("audit", "--action", "keys:", "--limit", "1");
        Assert.Matches($"^2  .*  keys:revoke  {id}  .*ok\n$", printed.Output);
        Assert.Contains("\"action\":\"keys:create\"", (await CallAsync("audit", "--json", "--since", "1h")).Output, StringComparison.Ordinal);
        var whole = await CallAsync("audit", "--verify");
        Assert.Equal((0, "good records  2"), (whole.ExitCode, whole.Output.Split('\n')[0]));

        await File.WriteAllTextAsync(Path.Combine(_data.Path, "audit.head"), $"{3:D20}:{new string('a', 64)}\n");
        var broken = await CallAsync("audit", "--verify");
        Assert.Equal(1, broken.ExitCode);
        Assert.StartsWith("broken at record 3: ", broken.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keys", "create")]
    [InlineData("keys", "create", "--owner", "ada", "--role", "root")]
    [InlineData("keys", "create", "--owner", "ada", "--expires", "soon")]
    [InlineData("keys", "create", "--owner", " ")]
    [InlineData("keys", "revoke", "TOAK0000000000000000")]
    [InlineData("keys", "rotate", "TOAK0000000000000000", "--grace", "90d")]
    [InlineData("audit", "--verify", "--head", "5")]
    [InlineData("audit", "--limit", "-1")]
    [InlineData("audit", "--limit", "all")]
    [InlineData("serve", "--anonymous", "--host", "0.0.0.0")]
    [InlineData("serve", "--host", "example.org")]
    public async Task What_makes_no_sense_is_refused(params string[] arguments)
    {
        var outcome = await CallAsync(arguments);

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.NotEqual("", outcome.Errors);
    }

    [Fact]
    public async Task An_address_that_the_machine_does_not_have_is_named()
    {
        // Kept for documents, so nobody has it.
        var outcome = await CallAsync("serve", "--host", "192.0.2.1", "--port", "0");

        Assert.Equal((2, $"This machine does not have the address 192.0.2.1. Choose another with --host ADDRESS.{Environment.NewLine}"), (outcome.ExitCode, outcome.Errors));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("revoke", "TOAK0000000000000000")]
    [InlineData("rotate", "TOAK0000000000000000")]
    public async Task A_folder_without_keys_is_named_and_left_as_it_is(params string[] arguments)
    {
        var outcome = await CallAsync(["keys", .. arguments]);

        Assert.Equal((2, $"There are no API keys in {_data.Path}: none has been made there yet, or it is not a data folder.{Environment.NewLine}"), (outcome.ExitCode, outcome.Errors));
        Assert.Empty(Directory.GetFileSystemEntries(_data.Path));
    }

    [Fact]
    public async Task A_folder_that_keys_cannot_be_kept_in_is_named()
    {
        var file = Path.Combine(_data.Path, "file");
        await File.WriteAllTextAsync(file, "not a folder");

        var outcome = await Taskorch.CallAsync("keys", "create", "--owner", "ada", "--data", file);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"The data folder {file} cannot be written: ", outcome.Errors, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Errors)> CallAsync(params string[] arguments) => Taskorch.CallAsync([.. arguments, "--data", _data.Path]);

    private async Task<(string Id, string Secret)> CreateAsync(params string[] arguments)
    {
        var lines = (await CallAsync(["keys", "create", .. arguments])).Output.Split('\n');
        return (lines[0].Split(' ')[^1], lines[1].Split(' ')[^1]);
    }

    private static async Task<int> AskAsync(LocalServer server, string key)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address);
        request.Headers.Add("X-Api-Key", key);
        request.Headers.Add("X-Amz-Target", "AWSStepFunctions.ListStateMachines");
        request.Content = new StringContent("{}");
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
