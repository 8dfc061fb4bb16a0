namespace TaskOrchestration.Cli.Tests.Commands;

public class ValidateCommandTests
{
    [Fact]
    public async Task A_right_definition_is_called_valid()
    {
        using var file = new TemporaryFile("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""");
        var (exitCode, output, _) = await Taskorch.CallAsync("validate", file.Path);
        Assert.Equal((0, $"{file.Path}: valid{Environment.NewLine}"), (exitCode, output));
    }

    [Fact]
    public async Task Every_problem_is_listed_with_its_line_and_column()
    {
        using var file = new TemporaryFile(
            """
            {
              "StartAt": "A",
              "States": {
                "A": { "Type": "Pass", "Next": "Nowhere" },
                "B": { "Type": "Wait", "End": true }
              }
            }
            """);
        var (exitCode, output, _) = await Taskorch.CallAsync("validate", file.Path);
        Assert.Equal(1, exitCode);
        Assert.Contains($"{file.Path}:4:28: error MISSING_TRANSITION_TARGET", output, StringComparison.Ordinal);
        Assert.Contains($"{file.Path}:5:5: error", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_not_JSON_is_shown_where_it_breaks()
    {
        using var file = new TemporaryFile("{\n  \"StartAt\": \"A\",\n  oops\n}");
        var (exitCode, output, _) = await Taskorch.CallAsync("validate", file.Path);
        Assert.Equal(1, exitCode);
        Assert.Contains($"{file.Path}:3:3: error", output, StringComparison.Ordinal);
        Assert.Equal(2, output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error_and_the_others_are_still_checked()
    {
        using var file = new TemporaryFile("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""");
        var (exitCode, output, _) = await Taskorch.CallAsync("validate", "not-there.json", file.Path);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("not-there.json: cannot be read:", output, StringComparison.Ordinal);
        Assert.EndsWith($"{file.Path}: valid{Environment.NewLine}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_told_from_a_file()
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetTempPath());

        var (exitCode, output, _) = await Taskorch.CallAsync("validate", folder);

        Assert.Equal((1, $"{folder}: cannot be read: expected a file, found a folder{Environment.NewLine}"), (exitCode, output));
    }
}
