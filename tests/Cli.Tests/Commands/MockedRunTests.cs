using TaskOrchestration.Support;

namespace TaskOrchestration.Cli.Tests.Commands;

public class MockedRunTests
{
    private const string Machine = """{"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"work","Next":"Done"},"Done":{"Type":"Succeed"}}}""";

    private const string Mocks =
        """
        {
          "StateMachines": { "Mine": { "TestCases": { "Good": { "Call": "Good" }, "Odd": { "Done": "Good" } } } },
          "MockedResponses": { "Good": { "0": { "Return": { "good": 1.0 } } } }
        }
        """;

    [Fact]
    public async Task Tasks_get_the_responses_of_the_test_case()
    {
        using var machine = new TemporaryFile(Machine);
        using var mocks = new TemporaryFile(Mocks, "mocks.json");
        var (exitCode, output, _) = await Taskorch.CallAsync("run", machine.Path, "--mocks", mocks.Path, "--test-case", "Good");
        Assert.Equal((0, """{"good":1.0}""" + Environment.NewLine), (exitCode, output));
    }

    [Theory]
    [InlineData("Bad", "expected a test case of the state machine 'Mine' (Good, Odd), found 'Bad'")]
    [InlineData("Odd", "expected Task states of the state machine 'Mine' in the test case 'Odd', found 'Done'")]
    public async Task A_test_case_that_does_not_fit_is_refused(string testCase, string reason)
    {
        using var machine = new TemporaryFile(Machine);
        using var mocks = new TemporaryFile(Mocks, "mocks.json");
        var (exitCode, _, errors) = await Taskorch.CallAsync("run", machine.Path, "--mocks", mocks.Path, "--test-case", testCase);
        Assert.Equal((2, $"{mocks.Path}: {reason}{Environment.NewLine}"), (exitCode, errors));
    }

    [Fact]
    public async Task A_configuration_with_several_machines_is_looked_up_by_the_name_of_the_file()
    {
        using var machine = new TemporaryFile(Machine, "Mine.asl.json");
        using var mocks = new TemporaryFile(Mocks.Replace("\"Mine\"", "\"Yours\": { \"TestCases\": {} }, \"Mine\"", StringComparison.Ordinal), "mocks.json");
        var (exitCode, _, _) = await Taskorch.CallAsync("run", machine.Path, "--mocks", mocks.Path, "--test-case", "Good");
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_configuration_is_told()
    {
        using var machine = new TemporaryFile(Machine);
        using var mocks = new TemporaryFile("""{"MockedResponses":{"R":7},"StateMachines":{"M":{}}}""", "mocks.json");
        var (exitCode, _, errors) = await Taskorch.CallAsync("run", machine.Path, "--mocks", mocks.Path, "--test-case", "Good");
        Assert.Equal(2, exitCode);
        Assert.Equal(
            [
                $"The mock configuration {mocks.Path} is wrong:",
                "  /MockedResponses/R: expected an object, found 7",
                """  /StateMachines/M: expected a member "TestCases", found none""",
            ],
            errors.TrimEnd().Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("--mocks", "mocks.json")]
    [InlineData("--test-case", "Good")]
    public async Task One_option_without_the_other_is_refused(string option, string value)
    {
        using var machine = new TemporaryFile(Machine);
        var (exitCode, _, errors) = await Taskorch.CallAsync("run", machine.Path, option, value);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("--mocks FILE and --test-case NAME go together.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_does_not_start_with_a_configuration_that_is_wrong()
    {
        using var mocks = new TemporaryFile("{}", "mocks.json");
        using var data = new TemporaryFolder();
        var (exitCode, _, errors) = await Taskorch.CallAsync("serve", "--anonymous", "--port", "0", "--data", data.Path, "--mocks", mocks.Path);
        Assert.Equal(2, exitCode);
        Assert.Contains("""/: expected a member "StateMachines", found none""", errors, StringComparison.Ordinal);
    }
}
