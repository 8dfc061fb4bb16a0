using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Cli.Running;
using TaskOrchestration.Cli.Validation;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Cli.Commands;

/// <summary><c>taskorch run FILE</c>: one machine, from start to end, in memory.</summary>
public static class RunCommand
{
    private static readonly Argument<string> DefinitionPath = new("FILE") { Description = "The definition, in the Amazon States Language, as JSON." };

    private static readonly Option<string> Input = new("--input", "-i")
    {
        Description = "The input: JSON, or @FILE, or @- for standard input.",
        HelpName = "JSON",
        DefaultValueFactory = _ => "{}",
    };

    private static readonly Option<string[]> Mocks = new("--mock")
    {
        Description = "Let a task succeed with this result. NAME is the function's or the state's name, or the whole resource. May be given several times.",
        HelpName = "NAME=JSON",
    };

    private static readonly Option<string[]> Failures = new("--fail")
    {
        Description = "Let a task fail with this error. NAME as for --mock. May be given several times.",
        HelpName = "NAME=ERROR[:CAUSE]",
    };

    private static readonly Option<string> MockFile = new("--mocks")
    {
        Description = "A mock configuration in the format of AWS Step Functions Local; the machine is found in it by the name of its file, or is the only one there. Together with --test-case.",
        HelpName = "FILE",
    };

    private static readonly Option<string> TestCase = new("--test-case")
    {
        Description = "The test case of the mock configuration whose responses the tasks get.",
        HelpName = "NAME",
    };

    private static readonly Option<bool> RealTime = new("--real-time") { Description = "Let waits, back-off and timeouts take the time they say. Otherwise they take none." };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print the output alone, without the progress." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "run",
            "Runs one machine to its end in memory. Progress goes to standard error, the output to standard output; the exit code is 0 if it succeeded, 1 if it did not.")
        {
            DefinitionPath, Input, Mocks, Failures, MockFile, TestCase, RealTime, Quiet,
        };
        command.Validators.Add(CheckTestCase);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var errors = arguments.InvocationConfiguration.Error;
        try
        {
            var path = arguments.GetRequiredValue(DefinitionPath);
            var definition = await ReadAsync(path, cancellationToken);
            if (definition.Machine is null)
            {
                await errors.WriteLineAsync(string.Join(Environment.NewLine, definition.Problems));
                return ExitCodes.Failure;
            }

            var input = JsonArgument.Read(arguments.GetRequiredValue(Input), "--input");
            if (arguments.GetValue(MockFile) is not { } mockFile)
            {
                return await RunAsync(definition.Machine, Start(MachineName(path), input), AnswersOf(arguments), MockConfiguration.None, arguments, cancellationToken);
            }

            var mocks = MockServices.Read(mockFile);
            var testCase = arguments.GetRequiredValue(TestCase);
            var name = MachineName(path, mocks);
            if (TestCases.WhyNot(mocks, name, testCase, definition.Machine) is { } reason)
            {
                throw new FormatException($"{mockFile}: {reason}");
            }

            return await RunAsync(definition.Machine, Start(name, input) with { TestCase = testCase }, AnswersOf(arguments), mocks, arguments, cancellationToken);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(e.Message);
            return ExitCodes.Misuse;
        }
    }

    private static async Task<DefinitionFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await DefinitionFile.ReadAsync(new FileInfo(path), path, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static async Task<int> RunAsync(StateMachine machine, ExecutionStart start, Answers answers, MockConfiguration mocks, ParseResult arguments, CancellationToken cancellationToken)
    {
        var errors = arguments.InvocationConfiguration.Error;
        var progress = new ProgressLines(arguments.GetValue(Quiet) ? TextWriter.Null : errors);
        var history = new WatchedHistory(TimeProvider.System.GetUtcNow(), progress.Write);
        await using var services = InMemoryServices.Create(arguments.GetValue(RealTime) ? TimeProvider.System : history.Clock, answers, mocks);
        var router = new MockedRouter(answers.Outcomes, services.GetRequiredService<ITaskRouter>());
        var execution = arguments.GetValue(RealTime)
            ? await InMemoryRun.RunInRealTimeAsync(machine, start, router, TimeProvider.System, history, blobs: services.GetService<IBlobStore>(), cancellationToken: cancellationToken)
            : await InMemoryRun.RunAsync(machine, start, router, history.Clock.GetUtcNow(), history, services.GetService<IBlobStore>(), cancellationToken);
        if (execution.Status == ExecutionStatus.Running)
        {
            await errors.WriteLineAsync("The execution waits for a callback that nobody here can send. Answer the task with --mock NAME=JSON.");
            return ExitCodes.Failure;
        }

        if (execution.Status == ExecutionStatus.Succeeded)
        {
            await arguments.InvocationConfiguration.Output.WriteLineAsync(execution.Output!.ToString());
            return ExitCodes.Success;
        }

        foreach (var state in router.Unanswered)
        {
            await errors.WriteLineAsync($"There is no function here for the state '{state}'. Answer it with --mock '{state}=JSON'.");
        }

        await errors.WriteLineAsync(string.Join(": ", new[] { StatusWord(execution.Status), execution.Failure?.Error, execution.Failure?.Cause }.Where(part => part is not null)));
        return ExitCodes.Failure;
    }

    private static string StatusWord(ExecutionStatus status) => status switch
    {
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => status.ToString().ToUpperInvariant(),
    };

    private static Answers AnswersOf(ParseResult arguments)
    {
        var answers = new Answers();
        foreach (var mock in arguments.GetValue(Mocks) ?? [])
        {
            answers.AddResult(mock);
        }

        foreach (var failure in arguments.GetValue(Failures) ?? [])
        {
            answers.AddFailure(failure);
        }

        return answers;
    }

    private static string MachineName(string path) => Path.GetFileName(path).Split('.')[0];

    /// <summary>What the mock configuration calls the machine: by the name of its file, or whatever it calls the only one it has.</summary>
    private static string MachineName(string path, MockConfiguration mocks) =>
        mocks.Machines.Count == 1 ? mocks.Machines.Keys.Single() : MachineName(path);

    private static void CheckTestCase(CommandResult result)
    {
        if (string.IsNullOrEmpty(result.GetValue(MockFile)) != string.IsNullOrEmpty(result.GetValue(TestCase)))
        {
            result.AddError("--mocks FILE and --test-case NAME go together.");
        }
    }

    private static ExecutionStart Start(string machine, Json input) => new()
    {
        ExecutionArn = $"arn:aws:states:us-east-1:123456789012:execution:{machine}:run",
        Name = "run",
        StateMachineArn = $"arn:aws:states:us-east-1:123456789012:stateMachine:{machine}",
        StateMachineName = machine,
        RoleArn = "arn:aws:iam::123456789012:role/taskorch",
        Input = input,
        Seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
    };
}
