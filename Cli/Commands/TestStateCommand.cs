using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.StepFunctions.Testing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Cli.Running;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Cli.Commands;

/// <summary><c>taskorch test-state</c>: one state by itself, with the options of <c>aws stepfunctions test-state</c> and its answer; no server is needed.</summary>
public static class TestStateCommand
{
    private const string Role = "arn:aws:iam::123456789012:role/taskorch";

    private static readonly Option<string> Definition = new("--definition")
    {
        Description = "The file with the definition: a state, or a machine together with --state-name.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string> StateName = new("--state-name") { Description = "Which state of the machine; one in a branch or an ItemProcessor, too.", HelpName = "NAME" };

    private static readonly Option<string> Level = new("--inspection-level") { Description = "How much to show: INFO (the default), DEBUG or TRACE.", HelpName = "LEVEL" };

    private static readonly Option<string> RoleArn = new("--role-arn") { Description = "The role the state believes to run as.", HelpName = "ARN", DefaultValueFactory = _ => Role };

    /// <summary>What travels as a text with JSON in it, and what as JSON, by the names that the API has for them.</summary>
    private static readonly (Option<string> Option, string Member, bool IsText)[] Values =
    [
        (Value("--input", "-i", "The input of the state."), "input", IsText: true),
        (Value("--variables", null, "The variables it sees, an object."), "variables", IsText: true),
        (Value("--context", null, "The context object it sees, the whole of it."), "context", IsText: true),
        (Value("--mock", null, "What its work yields, {\"result\":\"…\"}, or how it fails, {\"errorOutput\":{\"error\":\"…\",\"cause\":\"…\"}}."), "mock", IsText: false),
        (Value("--state-configuration", null, "What went before: retrierRetryCount, errorCausedByState, mapIterationFailureCount, mapItemReaderData."), "stateConfiguration", IsText: false),
    ];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "test-state",
            "Runs one state by itself, as TestState of AWS does, and prints the answer as JSON. Values are JSON, or @FILE, or @- for standard input. The exit code is 1 if the state fails.")
        {
            Definition, StateName, Level, RoleArn,
        };
        foreach (var (option, _, _) in Values)
        {
            command.Options.Add(option);
        }

        command.SetAction(RunAsync);
        return command;
    }

    private static Option<string> Value(string name, string? alias, string description) => new(name, alias is null ? [] : [alias]) { Description = description, HelpName = "JSON" };

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            await using var services = InMemoryServices.Create(TimeProvider.System, new Answers(), MockConfiguration.None);
            var answer = await OneState.TestAsync(Request(arguments), services.GetRequiredService<ITaskRouter>(), TimeProvider.System, cancellationToken);
            await arguments.InvocationConfiguration.Output.WriteLineAsync(answer.ToString());
            return answer["status"] is JsonString { Value: "FAILED" } ? ExitCodes.Failure : ExitCodes.Success;
        }
        catch (AwsException e)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync($"{e.Error.Code}: {e.Error.Message}");
            return ExitCodes.Misuse;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(e.Message);
            return ExitCodes.Misuse;
        }
    }

    private static JsonObject Request(ParseResult arguments)
    {
        var request = new JsonObjectBuilder()
            .Set("definition", Json.Of(File.ReadAllText(arguments.GetRequiredValue(Definition))))
            .Set("roleArn", Json.Of(arguments.GetRequiredValue(RoleArn)))
            .SetIfPresent("stateName", arguments.GetValue(StateName))
            .SetIfPresent("inspectionLevel", arguments.GetValue(Level));
        foreach (var (option, member, isText) in Values)
        {
            if (arguments.GetValue(option) is { } value)
            {
                var json = JsonArgument.Read(value, option.Name);
                request.Set(member, isText ? Json.Of(json.ToString()) : json);
            }
        }

        return request.Build();
    }
}
