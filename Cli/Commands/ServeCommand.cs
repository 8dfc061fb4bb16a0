using System.CommandLine;
using System.CommandLine.Parsing;
using TaskOrchestration.Cli.Demonstration;
using TaskOrchestration.Cli.Serving;

namespace TaskOrchestration.Cli.Commands;

/// <summary><c>taskorch serve</c>: the local host.</summary>
public static class ServeCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port to listen on; 0 for any that is free.",
        HelpName = "N",
        DefaultValueFactory = _ => 8083,
        Validators = { CheckPort },
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that keeps state machines, executions and orders. One process at a time may have it open.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".data",
    };

    private static readonly Option<bool> Anonymous = new("--anonymous")
    {
        Description = "Ask for no credentials; listen on the loopback address only. So far the only mode, so it need not be given.",
    };

    private static readonly Option<string[]> Functions = new("--function")
    {
        Description = "Invoke the function of this name by a POST to this URL. May be given several times.",
        HelpName = "NAME=URL",
        Validators = { CheckFunctions },
    };

    private static readonly Option<bool> WithMovableClock = new("--movable-clock")
    {
        Description = "Let the server's clock be moved forward (POST /api/v1/clock), to see nightly batches and long waits at once. The data folder keeps the moved clock.",
    };

    private static readonly Option<bool> WithDemo = new("--demo")
    {
        Description = "Run one purchase, one refund and one order, print how each went, and stop. The exit code is 0 only if all three succeeded.",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("serve", "Serves the API of AWS Step Functions on this machine, with the two seed workflows registered.") { Port, Data, Anonymous, Functions, WithMovableClock, WithDemo };
        command.SetAction(ServeAsync);
        return command;
    }

    private static async Task<int> ServeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (output, errors) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        var functions = (arguments.GetValue(Functions) ?? []).Select(text => text.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        var options = new ServerOptions(arguments.GetValue(Port), arguments.GetRequiredValue(Data), functions) { HasMovableClock = arguments.GetValue(WithMovableClock) };
        try
        {
            await using var server = await LocalServer.StartAsync(options, cancellationToken);
            await WriteWhereaboutsAsync(server, output);
            if (arguments.GetValue(WithDemo))
            {
                return await Demo.RunAsync(server.Client, output, cancellationToken) ? ExitCodes.Success : ExitCodes.Failure;
            }

            await server.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Success;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(e.Message);
            return ExitCodes.Misuse;
        }
    }

    private static async Task WriteWhereaboutsAsync(LocalServer server, TextWriter output)
    {
        var address = server.Address.GetLeftPart(UriPartial.Authority);
        await output.WriteLineAsync($"API endpoint  {address}   (for the AWS CLI and the AWS SDKs)");
        await output.WriteLineAsync($"in a browser  {address}/");
        await output.WriteLineAsync($"data folder   {server.DataFolder}");
        await output.WriteLineAsync("access        anonymous: no credentials are asked for, and only this machine can connect");
        if (server.RecoveredExecutions > 0)
        {
            await output.WriteLineAsync($"going on      {server.RecoveredExecutions} executions that were open");
        }

        await output.WriteLineAsync($"listening on {address}");
        await output.FlushAsync();
    }

    private static void CheckPort(OptionResult result)
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var port) && port is >= 0 and <= 65_535))
        {
            result.AddError($"--port takes a number from 0 to 65535, not '{token.Value}'.");
        }
    }

    private static void CheckFunctions(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => !IsFunction(token.Value)))
        {
            result.AddError($"--function takes NAME=URL, not '{token.Value}'.");
        }
    }

    private static bool IsFunction(string text) =>
        text.IndexOf('=') is > 0 and var equals && Uri.TryCreate(text[(equals + 1)..], UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
}
