using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Cli.Tests.Commands;

public class RunCommandTests
{
    private const string Greeting = """{"StartAt":"Greet","States":{"Greet":{"Type":"Pass","Parameters":{"text.$":"States.Format('Hello {}', $.name)"},"End":true}}}""";

    private const string CallsGreet =
        """
        {
          "StartAt": "Call",
          "States": {
            "Call": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:Greet",
              "Catch": [{ "ErrorEquals": ["Rude"], "Next": "Apologise" }],
              "End": true
            },
            "Apologise": { "Type": "Pass", "Parameters": { "sorry.$": "$.Cause" }, "End": true }
          }
        }
        """;

    [Fact]
    public async Task The_output_goes_to_standard_output_and_the_progress_to_standard_error()
    {
        using var file = new TemporaryFile(Greeting);
        var (exitCode, output, errors) = await Taskorch.CallAsync("run", file.Path, "--input", """{"name":"Ada"}""");
        Assert.Equal((0, """{"text":"Hello Ada"}""" + Environment.NewLine), (exitCode, output));
        Assert.Equal("    0.000s  Pass      Greet" + Environment.NewLine, errors);
    }

    [Fact]
    public async Task The_input_may_come_from_a_file()
    {
        using var file = new TemporaryFile(Greeting);
        using var input = new TemporaryFile("""{"name":"Bob"}""", "input.json");
        var (_, output, _) = await Taskorch.CallAsync("run", file.Path, "--quiet", "--input", $"@{input.Path}");
        Assert.Equal("""{"text":"Hello Bob"}""" + Environment.NewLine, output);
    }

    [Fact]
    public async Task A_wait_of_a_year_takes_no_time()
    {
        using var file = new TemporaryFile("""{"StartAt":"Rest","States":{"Rest":{"Type":"Wait","Seconds":31536000,"Next":"Done"},"Done":{"Type":"Succeed"}}}""");
        var (exitCode, _, errors) = await Taskorch.CallAsync("run", file.Path);
        Assert.Equal((0, $"    0.000s  Wait      Rest{Environment.NewLine}31536000.000s  Succeed   Done{Environment.NewLine}"), (exitCode, errors));
    }

    [Fact]
    public async Task A_function_that_is_not_there_fails_the_execution_and_is_named()
    {
        using var file = new TemporaryFile(CallsGreet);
        var (exitCode, output, errors) = await Taskorch.CallAsync("run", file.Path);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("Greet", errors, StringComparison.Ordinal);
        Assert.Contains("--mock", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mock_answers_for_a_function()
    {
        using var file = new TemporaryFile(CallsGreet);
        var (exitCode, output, _) = await Taskorch.CallAsync("run", file.Path, "--mock", """Greet={"text":"hi"}""");
        Assert.Equal((0, """{"text":"hi"}""" + Environment.NewLine), (exitCode, output));
    }

    [Fact]
    public async Task A_mock_behind_lambda_invoke_gets_the_envelope()
    {
        using var file = new TemporaryFile(
            """
            {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"Greet","Payload.$":"$"},"OutputPath":"$.Payload","End":true}}}
            """);
        var (exitCode, output, _) = await Taskorch.CallAsync("run", file.Path, "--mock", """Greet={"text":"hi"}""");
        Assert.Equal((0, """{"text":"hi"}""" + Environment.NewLine), (exitCode, output));
    }

    [Fact]
    public async Task A_mock_answers_for_a_state_by_its_name()
    {
        using var file = new TemporaryFile("""{"StartAt":"Put","States":{"Put":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem","Parameters":{"TableName":"t"},"End":true}}}""");
        var (exitCode, output, _) = await Taskorch.CallAsync("run", file.Path, "--mock", "Put={}");
        Assert.Equal((0, "{}" + Environment.NewLine), (exitCode, output));
    }

    [Fact]
    public async Task A_task_can_be_made_to_fail()
    {
        using var file = new TemporaryFile(CallsGreet);
        var (exitCode, output, _) = await Taskorch.CallAsync("run", file.Path, "--fail", "Greet=Rude:did not say hello");
        Assert.Equal((0, """{"sorry":"did not say hello"}""" + Environment.NewLine), (exitCode, output));
    }

    [Fact]
    public async Task A_callback_that_nobody_sends_is_not_waited_for()
    {
        using var file = new TemporaryFile(
            """
            {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"FunctionName":"Greet","Payload":{"token.$":"$$.Task.Token"}},"End":true}}}
            """);
        var (exitCode, _, errors) = await Taskorch.CallAsync("run", file.Path, "--mock", "Greet={}");
        Assert.Equal(1, exitCode);
        Assert.Contains("callback", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_execution_that_fails_gives_its_error_and_exit_code_1()
    {
        using var file = new TemporaryFile("""{"StartAt":"No","States":{"No":{"Type":"Fail","Error":"Refused","Cause":"not today"}}}""");
        var (exitCode, output, errors) = await Taskorch.CallAsync("run", file.Path, "--quiet");
        Assert.Equal((1, "", $"FAILED: Refused: not today{Environment.NewLine}"), (exitCode, output, errors));
    }

    [Theory]
    [InlineData("--input", "{", "--input is not JSON: line 1, column ")]
    [InlineData("--input", "@not-there.json", "--input cannot be read: ")]
    [InlineData("--mock", "Greet", "--mock takes NAME=JSON, not 'Greet'.")]
    [InlineData("--mock", "Greet={", "--mock Greet is not JSON: line 1, column ")]
    [InlineData("--fail", "Greet", "--fail takes NAME=ERROR or NAME=ERROR:CAUSE, not 'Greet'.")]
    public async Task An_argument_that_makes_no_sense_gives_exit_code_2(string option, string value, string message)
    {
        using var file = new TemporaryFile(Greeting);
        var (exitCode, _, errors) = await Taskorch.CallAsync("run", file.Path, option, value);
        Assert.Equal(2, exitCode);
        Assert.StartsWith(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_with_problems_is_not_run()
    {
        using var file = new TemporaryFile("""{"StartAt":"Nowhere","States":{}}""");
        var (exitCode, _, errors) = await Taskorch.CallAsync("run", file.Path);
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{file.Path}:1:", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order-processing")]
    [InlineData("transaction-processor")]
    public async Task A_seed_workflow_runs_on_the_steps_in_memory(string workflow)
    {
        var definition = Repository.PathOf("Orchestrations", "Workflows", $"{workflow}.asl.json");
        var input = Repository.PathOf("samples", workflow, "input.json");
        var (exitCode, output, errors) = await Taskorch.CallAsync("run", definition, "--input", $"@{input}");
        Assert.True(exitCode == 0, errors);
        Assert.Equal(JsonKind.Object, Json.Parse(output).Kind);
    }

    [Fact]
    public async Task The_JSONata_sample_runs()
    {
        var input = Repository.PathOf("samples", "jsonata", "input.json");
        var (exitCode, output, errors) = await Taskorch.CallAsync("run", Repository.PathOf("samples", "jsonata", "quote.asl.json"), "--input", $"@{input}");
        Assert.True(exitCode == 0, errors);
        Assert.Equal(Json.Parse("""{"to":"Ada","articles":"lamp, bulb","pay":"101.61"}"""), Json.Parse(output));
    }
}
