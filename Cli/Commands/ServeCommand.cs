using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using TaskOrchestration.Api.Access.Sessions;
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
        Description = "Ask for no credentials: whoever can connect may do everything. On the loopback address only.",
    };

    private static readonly Option<string> Host = new("--host")
    {
        Description = "The IP address to listen on; 0.0.0.0 for all that this machine has. Not together with --anonymous.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => "127.0.0.1",
        Validators = { CheckHost },
    };

    private static readonly Option<string[]> AllowedHosts = new("--allowed-host")
    {
        Description = "A name by which clients address the server; others are refused once one is given. May be given several times.",
        HelpName = "NAME",
    };

    private static readonly Option<string[]> Functions = new("--function")
    {
        Description = "Invoke the function of this name by a POST to this URL. May be given several times.",
        HelpName = "NAME=URL",
        Validators = { CheckFunctions },
    };

    private static readonly Option<string> Mocks = new("--mocks")
    {
        Description = "A mock configuration in the format of AWS Step Functions Local. An execution started as ARN#TESTCASE gets its mocked responses. Else the file that the environment variable SFN_MOCK_CONFIG names.",
        HelpName = "FILE",
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
        var command = new Command("serve", "Serves the API of AWS Step Functions on this machine, and the REST API of the tasks on top of it.") { Port, Host, AllowedHosts, Data, Anonymous, Functions, Mocks, WithMovableClock, WithDemo };
        command.Validators.Add(CheckAnonymous);
        command.SetAction(ServeAsync);
        return command;
    }

    private static async Task<int> ServeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (output, errors) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
        var functions = (arguments.GetValue(Functions) ?? []).Select(text => text.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        var options = new ServerOptions(arguments.GetValue(Port), arguments.GetRequiredValue(Data), functions)
        {
            Anonymous = arguments.GetValue(Anonymous),
            Host = AddressOf(arguments.GetRequiredValue(Host))!,
            AllowedHosts = arguments.GetValue(AllowedHosts) ?? [],
            MockFile = arguments.GetValue(Mocks),
            HasMovableClock = arguments.GetValue(WithMovableClock),
        };
        try
        {
            await using var server = await LocalServer.StartAsync(options, cancellationToken);
            await WriteWhereaboutsAsync(server, options, output);
            if (arguments.GetValue(WithDemo))
            {
                return await Demo.RunAsync(server.Client, output, cancellationToken) ? ExitCodes.Success : ExitCodes.Failure;
            }

            return await WaitForEndAsync(server, errors, cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(e.Message);
            return ExitCodes.Misuse;
        }
    }

    /// <summary>Serves until it is told to end. That it could not go on (a full disk) is no mistake of whoever started it.</summary>
    private static async Task<int> WaitForEndAsync(LocalServer server, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            await server.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Success;
        }
        catch (IOException e)
        {
            await errors.WriteLineAsync($"The server stops, for it can no longer keep what it is told: {e.Message}");
            return ExitCodes.Failure;
        }
    }

    private static async Task WriteWhereaboutsAsync(LocalServer server, ServerOptions options, TextWriter output)
    {
        var address = server.Address.GetLeftPart(UriPartial.Authority);
        await output.WriteLineAsync($"API endpoint  {address}   (for the AWS CLI and the AWS SDKs)");
        await output.WriteLineAsync($"in a browser  {address}/");
        if (!options.Anonymous)
        {
            await output.WriteLineAsync($"  signed in   {server.SignInLink()}   (good once, for {SignInLinks.Lifetime.TotalMinutes:0} minutes)");
        }

        await output.WriteLineAsync($"data folder   {server.DataFolder}");
        await WriteAccessAsync(server, options, output);
        if (server.RecoveredExecutions > 0)
        {
            await output.WriteLineAsync($"going on      {server.RecoveredExecutions} executions that were open");
        }

        await output.WriteLineAsync($"listening on {address}");
        await output.FlushAsync();
    }

    private static async Task WriteAccessAsync(LocalServer server, ServerOptions options, TextWriter output)
    {
        if (options.Anonymous)
        {
            await output.WriteLineAsync("access        anonymous: no credentials are asked for, and only this machine can connect");
            return;
        }

        await output.WriteLineAsync($"access        by API key; make more with: taskorch keys create --owner NAME --role ROLE --data {server.DataFolder}");
        if (server.FirstKey is { } first)
        {
            await output.WriteLineAsync("first key     of an admin; this is the only time that its secret is shown");
            await output.WriteLineAsync($"  id          {first.Key.Id}      (AWS clients: AWS_ACCESS_KEY_ID)");
            await output.WriteLineAsync($"  secret      {first.Secret}      (AWS clients: AWS_SECRET_ACCESS_KEY)");
            await output.WriteLineAsync($"  try it      curl -u {first.Key.Id}:{first.Secret} {server.Address.GetLeftPart(UriPartial.Authority)}/api/v1/keys");
        }

        if (!IPAddress.IsLoopback(options.Host))
        {
            await output.WriteLineAsync("warning       other machines can connect, and what they send is not encrypted: put a proxy with TLS before this server");
        }
    }

    private static IPAddress? AddressOf(string host) =>
        host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : null;

    private static void CheckHost(OptionResult result)
    {
        if (result.Tokens is [var token] && AddressOf(token.Value) is null)
        {
            result.AddError($"--host takes an IP address, not '{token.Value}'.");
        }
    }

    private static void CheckAnonymous(CommandResult result)
    {
        if (result.GetValue(Anonymous) && result.GetValue(Host) is { } text && AddressOf(text) is { } host && !IPAddress.IsLoopback(host))
        {
            result.AddError($"--anonymous lets everybody do everything, so it does not go with --host {host}: other machines could connect. Leave one of the two out.");
        }
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
