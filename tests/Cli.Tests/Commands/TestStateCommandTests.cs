using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Cli.Tests.Commands;

public class TestStateCommandTests
{
    private const string Greet = """{"Type":"Pass","Parameters":{"text.$":"States.Format('Hello {}', $.name)"},"End":true}""";

    private static string Signup => Repository.PathOf("samples", "mocks", "signup.asl.json");

    [Fact]
    public async Task A_state_alone_needs_its_input()
    {
        using var file = new TemporaryFile(Greet);

        var (exitCode, output, errors) = await Taskorch.CallAsync("test-state", "--definition", file.Path, "--input", """{"name":"Ada"}""");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(Json.Parse("""{"output":"{\"text\":\"Hello Ada\"}","status":"SUCCEEDED"}"""), Json.Parse(output));
    }

    [Fact]
    public async Task A_state_of_a_machine_gets_what_is_mocked_and_shows_the_data_on_its_way()
    {
        using var mock = new TemporaryFile("""{"result":"{\"StatusCode\":200,\"Payload\":{\"approved\":true}}"}""", "mock.json");

        var (exitCode, output, _) = await Taskorch.CallAsync(
            "test-state", "--definition", Signup, "--state-name", "Check", "--input", """{"name":"Ada"}""", "--mock", $"@{mock.Path}", "--inspection-level", "DEBUG");

        var answer = (JsonObject)Json.Parse(output);
        Assert.Equal((0, Json.Of("Approved?"), Json.Of("""{"name":"Ada","check":{"approved":true}}""")), (exitCode, answer["nextState"], answer["output"]));
        Assert.Equal(Json.Of("""{"approved":true}"""), ((JsonObject)answer["inspectionData"]!)["afterResultSelector"]);
    }

    [Fact]
    public async Task What_went_before_decides_what_comes_of_an_error()
    {
        var (exitCode, output, _) = await Taskorch.CallAsync(
            "test-state", "--definition", Signup, "--state-name", "Check", "--mock", """{"errorOutput":{"error":"Lambda.TooManyRequestsException"}}""", "--state-configuration", """{"retrierRetryCount":3}""");

        var answer = (JsonObject)Json.Parse(output);
        Assert.Equal((0, Json.Of("CAUGHT_ERROR"), Json.Of("Rejected")), (exitCode, answer["status"], answer["nextState"]));
    }

    [Fact]
    public async Task Variables_and_the_context_object_are_seen()
    {
        using var file = new TemporaryFile("""{"Type":"Pass","Parameters":{"v.$":"$v","name.$":"$$.Execution.Name"},"End":true}""");

        var (_, output, _) = await Taskorch.CallAsync("test-state", "--definition", file.Path, "--variables", """{"v":[1]}""", "--context", """{"Execution":{"Name":"mine"}}""");

        Assert.Equal(Json.Of("""{"v":[1],"name":"mine"}"""), ((JsonObject)Json.Parse(output))["output"]);
    }

    [Fact]
    public async Task A_state_that_fails_says_so_to_the_shell()
    {
        using var file = new TemporaryFile("""{"Type":"Fail","Error":"E","Cause":"why"}""");

        var (exitCode, output, _) = await Taskorch.CallAsync("test-state", "--definition", file.Path);

        Assert.Equal(1, exitCode);
        Assert.Equal(Json.Parse("""{"error":"E","cause":"why","status":"FAILED"}"""), Json.Parse(output));
    }

    [Theory]
    [InlineData("--inspection-level", "MUCH", "ValidationException")]
    [InlineData("--state-name", "Missing", "")]
    [InlineData("--input", "{", "--input is not JSON")]
    [InlineData("--mock", "@nowhere.json", "--mock cannot be read")]
    public async Task What_makes_no_sense_is_refused_with_the_reason(string option, string value, string reason)
    {
        var (exitCode, output, errors) = await Taskorch.CallAsync("test-state", "--definition", Signup, option, value);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(reason, errors, StringComparison.Ordinal);
        Assert.NotEqual("", errors);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (exitCode, _, errors) = await Taskorch.CallAsync("test-state", "--definition", "nowhere.asl.json");

        Assert.Equal(2, exitCode);
        Assert.Contains("nowhere.asl.json", errors, StringComparison.Ordinal);
    }
}
