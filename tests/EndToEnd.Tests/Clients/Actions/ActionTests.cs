using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

/// <summary>What the tests of actions have in common: what is given is made by the shortest way, what is tested goes through the client.</summary>
/// <remarks>
/// A test is named for its action and goes through every client; <see cref="CoverageTests"/> keeps it so. It has the action answered, whole, and refused
/// with an error of the model, which must come as the exception that the client has for it.
/// </remarks>
/// <param name="session">The server and the clients.</param>
public abstract class ActionTests(ClientSession session)
{
    protected const string Role = "arn:aws:iam::123456789012:role/any";
    protected const string Prefix = "arn:aws:states:us-east-1:123456789012";
    protected const string Greeting = """{"StartAt":"Greet","States":{"Greet":{"Type":"Pass","Result":"hello","End":true}}}""";
    protected const string Pause = """{"StartAt":"Pause","States":{"Pause":{"Type":"Wait","Seconds":3600,"End":true}}}""";

    private static int _last;

    /// <summary>A name that nothing else has.</summary>
    protected static string Fresh(string what) => $"{what}-{Interlocked.Increment(ref _last)}";

    /// <summary>A text as JSON, for what is text within text.</summary>
    protected static string Quoted(string text) => Json.Of(text).ToString();

    /// <summary>What the client hands over.</summary>
    protected async Task<JsonObject> AnsweredAsync(string client, string action, string request) =>
        await session[client].CallAsync(action, Parsed(request)) switch
        {
            CallOutcome.Answered answered => answered.Members,
            CallOutcome.Refused refused => throw new InvalidOperationException($"{action} was refused: {refused}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Asserts what the client hands over.</summary>
    protected async Task AnswersAsync(string client, string action, string request, string answer) =>
        Assert.Equal(Sorted(Json.Parse(answer)), Sorted(await AnsweredAsync(client, action, request)));

    /// <summary>Asserts that the action is refused with the exception that the client has for an error.</summary>
    protected async Task RefusesAsync(string client, string action, string request, string error, string members = "{}")
    {
        var outcome = await session[client].CallAsync(action, Parsed(request));
        var refused = Assert.IsType<CallOutcome.Refused>(outcome);
        // The CLI tells a person the error's name and message, and no more.
        var expected = new CallOutcome.Refused(error, refused.Message, IsTyped: true, client == ClientNames.AwsCli ? refused.Members : Parsed(members));
        Assert.Equal(expected.ToString(), refused.ToString());
        Assert.NotEqual("", refused.Message);
    }

    /// <summary>Has an action carried out for what a test begins with, or looks at afterwards.</summary>
    protected Task<JsonObject> CallAsync(string action, string request) => session.Server.Client.CallAsync(action, Parsed(request));

    /// <summary>A member of what an action answers.</summary>
    protected async Task<string> CallAsync(string action, string request, string member) => Text(await CallAsync(action, request), member);

    /// <summary>A text in an answer.</summary>
    protected static string Text(JsonObject answer, string member)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return ((JsonString)answer[member]!).Value;
    }

    /// <summary>Makes a machine and returns its ARN.</summary>
    protected Task<string> MachineAsync(string definition = Greeting, string type = "STANDARD") => CallAsync(
        "CreateStateMachine", $$"""{"name":"{{Fresh("machine")}}","definition":{{Quoted(definition)}},"roleArn":"{{Role}}","type":"{{type}}"}""", "stateMachineArn");

    /// <summary>Starts an execution of a new machine and returns its ARN.</summary>
    protected async Task<string> ExecutionAsync(string definition = Greeting, string input = "{}") => await CallAsync(
        "StartExecution", $$"""{"stateMachineArn":"{{await MachineAsync(definition)}}","name":"one","input":{{Quoted(input)}}}""", "executionArn");

    /// <summary>Waits until an execution has ended.</summary>
    protected async Task EndedAsync(string executionArn) => await session.Server.Client.DescribeWhenEndedAsync(executionArn);

    /// <summary>Looks again and again until something is there.</summary>
    protected static async Task<T> WhenThereAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(look);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>As text, with the members of every object in the order of their names: what differs is then easy to see.</summary>
    protected static string Sorted(Json value) => value switch
    {
        JsonObject members => $"{{{string.Join(",\n", members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{Json.Of(member.Key)}:{Sorted(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(",\n", items.Select(Sorted))}]",
        _ => value.ToString(),
    };

    private static JsonObject Parsed(string json) => (JsonObject)Json.Parse(json);
}
