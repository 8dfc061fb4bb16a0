using System.CommandLine;
using System.CommandLine.Parsing;
using TaskOrchestration.Cli.Auditing;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Journals;

namespace TaskOrchestration.Cli.Commands;

/// <summary><c>taskorch keys</c>: API keys, whether or not a server is running on the data folder.</summary>
public static class KeysCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("keys", "Makes, lists, rotates and revokes API keys. A server that is running on the data folder sees every change at once.")
    {
        CreateCreate(),
        CreateList(),
        CreateRevoke(),
        CreateRotate(),
    };

    private static Command CreateCreate()
    {
        var owner = new Option<string>("--owner") { Description = "The name of the caller who holds it: what that caller makes belongs to this name.", HelpName = "NAME", Required = true };
        var roles = new Option<string[]>("--role") { Description = $"What the holder may do: {string.Join(", ", RoleNames.All)}. May be given several times; with none, they see and change what is theirs.", HelpName = "ROLE", AllowMultipleArgumentsPerToken = true, Validators = { CheckRoles } };
        var expires = new Option<string?>("--expires") { Description = "When it expires: a date and time, or 90d, 12h. Never, if it is not given.", HelpName = "WHEN", Validators = { CheckMoment } };
        var machines = new Option<string[]>("--machine") { Description = "For which machines it is: names, or ARNs of machines and activities, with * for any text. For all, if it is not given.", HelpName = "PATTERN", AllowMultipleArgumentsPerToken = true };
        var data = DataOption();
        var command = new Command("create", "Makes a key and prints its secret, this once.") { owner, roles, expires, machines, data };
        command.SetAction((arguments, cancellationToken) => WithKeysAsync(arguments, data, isMade: true, async (desk, output) =>
        {
            var granted = (arguments.GetValue(roles) ?? []).Aggregate(Roles.None, (all, name) => RoleNames.TryParse(name, out var role) ? all | role.Value : all);
            DateTimeOffset? until = arguments.GetValue(expires) is { } text && Durations.TryParseMoment(text, desk.Now, past: false, out var moment) ? moment : null;
            var issued = await desk.Keys.CreateAsync(arguments.GetRequiredValue(owner), granted, until, new MachineScope([.. arguments.GetValue(machines) ?? []]), cancellationToken);
            await desk.Journal.AppendAsync(CommandAudit.Entry("keys:create", $"{issued.Key.Id} of {issued.Key.Owner}: {string.Join(", ", RoleNames.Of(granted))}{For(issued.Key)}", desk.Now), cancellationToken);
            await WriteAsync(output, issued);
        }));
        return command;
    }

    private static Command CreateList()
    {
        var data = DataOption();
        var command = new Command("list", "Lists all keys, oldest first, without their secrets.") { data };
        command.SetAction((arguments, cancellationToken) => WithKeysAsync(arguments, data, isMade: false, async (desk, output) =>
        {
            foreach (var key in await desk.Keys.ListAsync(cancellationToken))
            {
                var roles = key.Roles == Roles.None ? "no role" : string.Join(",", RoleNames.Of(key.Roles));
                var times = $"created {Written(key.Created)}, expires {Written(key.Expires)}, last used {Written(key.LastUsed)}";
                await output.WriteLineAsync($"{key.Id}  {key.State(desk.Now).ToString().ToLowerInvariant(),-7}  {key.Owner}  {roles}{For(key)}  {times}");
            }
        }));
        return command;
    }

    private static Command CreateRevoke()
    {
        var id = new Argument<string>("ID") { Description = "The key's id." };
        var data = DataOption();
        var command = new Command("revoke", "Takes a key back, at once and for ever.") { id, data };
        command.SetAction((arguments, cancellationToken) => WithKeysAsync(arguments, data, isMade: false, async (desk, output) =>
        {
            var key = await desk.Keys.RevokeAsync(arguments.GetRequiredValue(id), cancellationToken);
            await desk.Journal.AppendAsync(CommandAudit.Entry("keys:revoke", key.Id, desk.Now), cancellationToken);
            await output.WriteLineAsync($"{key.Id} is revoked");
        }));
        return command;
    }

    private static Command CreateRotate()
    {
        var id = new Argument<string>("ID") { Description = "The key's id." };
        var grace = new Option<string>("--grace") { Description = "How long the secret it has stays good beside the new one: 24h, 15m, 0s.", HelpName = "TIME", DefaultValueFactory = _ => "24h", Validators = { CheckDuration } };
        var data = DataOption();
        var command = new Command("rotate", "Gives a key a new secret and prints it, this once.") { id, grace, data };
        command.SetAction((arguments, cancellationToken) => WithKeysAsync(arguments, data, isMade: false, async (desk, output) =>
        {
            var time = Durations.TryParse(arguments.GetRequiredValue(grace), out var given) ? given : ApiKeys.UsualGrace;
            var issued = await desk.Keys.RotateAsync(arguments.GetRequiredValue(id), time, cancellationToken);
            await desk.Journal.AppendAsync(CommandAudit.Entry("keys:rotate", issued.Key.Id, desk.Now), cancellationToken);
            await WriteAsync(output, issued);
        }));
        return command;
    }

    private static async Task<int> WithKeysAsync(ParseResult arguments, Option<string> data, bool isMade, Func<AccessDesk, TextWriter, Task> deed)
    {
        try
        {
            using var desk = AccessDesk.Open(arguments.GetRequiredValue(data), isMade);
            await deed(desk, arguments.InvocationConfiguration.Output);
            return ExitCodes.Success;
        }
        catch (KeyRefusedException e)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(e.Message);
            return ExitCodes.Misuse;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or JournalException)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(e.Message);
            return ExitCodes.Misuse;
        }
    }

    private static async Task WriteAsync(TextWriter output, IssuedKey issued)
    {
        await output.WriteLineAsync($"id      {issued.Key.Id}");
        await output.WriteLineAsync($"secret  {issued.Secret}");
    }

    private static string For(ApiKey key) => key.Machines.IsAll ? "" : $" for {string.Join(",", key.Machines.Patterns)}";

    private static string Written(DateTimeOffset? time) => time is { } moment ? $"{moment.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : "never";

    private static Option<string> DataOption() => new("--data") { Description = "The data folder.", HelpName = "DIR", DefaultValueFactory = _ => ".data" };

    private static void CheckRoles(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => !RoleNames.TryParse(token.Value, out _)))
        {
            result.AddError($"--role takes one of {string.Join(", ", RoleNames.All)}, not '{token.Value}'.");
        }
    }

    private static void CheckDuration(OptionResult result)
    {
        if (result.Tokens is [var token] && !Durations.TryParse(token.Value, out _))
        {
            result.AddError($"{result.IdentifierToken?.Value ?? result.Option.Name} takes a number with s, m, h or d, not '{token.Value}'.");
        }
    }

    private static void CheckMoment(OptionResult result)
    {
        if (result.Tokens is [var token] && !Durations.TryParseMoment(token.Value, DateTimeOffset.UnixEpoch, past: false, out _))
        {
            result.AddError($"{result.Option.Name} takes a date and time, or a number with s, m, h or d, not '{token.Value}'.");
        }
    }
}
