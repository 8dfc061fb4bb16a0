using System.CommandLine;
using TaskOrchestration.Cli.Validation;
using TaskOrchestration.StatesLanguage.Parsing;

namespace TaskOrchestration.Cli.Commands;

/// <summary><c>taskorch validate FILE…</c>: every problem of every definition, with the place where it stands.</summary>
public static class ValidateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Definitions in the Amazon States Language, as JSON.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("validate", "Checks definitions and lists every problem as file:line:column. Exit code 1 if there is an error.") { files };
        command.SetAction(async (arguments, cancellationToken) =>
            await ValidateAsync(arguments.GetRequiredValue(files), arguments.InvocationConfiguration.Output, cancellationToken) ? ExitCodes.Success : ExitCodes.Failure);
        return command;
    }

    private static async Task<bool> ValidateAsync(IEnumerable<string> files, TextWriter output, CancellationToken cancellationToken)
    {
        var allValid = true;
        foreach (var file in files)
        {
            allValid &= await ValidateAsync(file, output, cancellationToken);
        }

        return allValid;
    }

    private static async Task<bool> ValidateAsync(string file, TextWriter output, CancellationToken cancellationToken)
    {
        DefinitionFile definition;
        try
        {
            definition = await DefinitionFile.ReadAsync(new FileInfo(file), file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"{file}: cannot be read: {e.Message}");
            return false;
        }

        foreach (var problem in definition.Problems)
        {
            await output.WriteLineAsync(problem.ToString());
        }

        var errors = definition.Problems.Count(problem => problem.Problem.Severity == ProblemSeverity.Error);
        await output.WriteLineAsync(errors == 0 ? $"{file}: valid" : $"{file}: {errors} {(errors == 1 ? "error" : "errors")}");
        return errors == 0;
    }
}
