using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using TaskOrchestration.Cli.Auditing;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Journals;

namespace TaskOrchestration.Cli.Commands;

/// <summary><c>taskorch audit</c>: who did what, and whether the journal of it is whole.</summary>
public static class AuditCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "The data folder.", HelpName = "DIR", DefaultValueFactory = _ => ".data" };
    private static readonly Option<string?> Since = new("--since") { Description = "Only records from this moment on: a date and time, or 24h, 7d.", HelpName = "WHEN", Validators = { CheckSince } };
    private static readonly Option<string?> Who = new("--who") { Description = "Only records of this caller.", HelpName = "NAME" };
    private static readonly Option<string?> Action = new("--action") { Description = "Only records whose action begins with this: states:Start, 'DELETE /api/v1', keys:.", HelpName = "TEXT" };
    private static readonly Option<int> Limit = new("--limit") { Description = "How many records, the newest.", HelpName = "N", DefaultValueFactory = _ => 100, Validators = { CheckLimit } };
    private static readonly Option<bool> AsJson = new("--json") { Description = "One JSON object a line, with the hashes." };
    private static readonly Option<bool> Verify = new("--verify") { Description = "Check every record instead, and name the first broken link. Exit code 1 if there is one." };
    private static readonly Option<string?> Noted = new("--head") { Description = "With --verify: a head that an earlier check printed and you have noted; the journal must still have it.", HelpName = "SEQUENCE:HASH", Validators = { CheckHead } };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("audit", "Prints the audit journal, newest first, or checks that nobody has changed it.") { Data, Since, Who, Action, Limit, AsJson, Verify, Noted };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(arguments.GetRequiredValue(Data));
        try
        {
            if (!File.Exists(Path.Combine(folder, SqliteAuditJournal.FileName)) && !File.Exists(Path.Combine(folder, SqliteAuditJournal.HeadFileName)))
            {
                throw new IOException($"There is no audit journal in {folder}: nothing has been done there yet, or it is not a data folder.");
            }

            using var journal = new SqliteAuditJournal(folder, AuditSettings.HeadFileOf(folder));
            return arguments.GetValue(Verify)
                ? await VerifyAsync(journal, arguments, cancellationToken)
                : await ListAsync(journal, arguments, cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or JournalException)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(e.Message);
            return ExitCodes.Misuse;
        }
    }

    private static async Task<int> VerifyAsync(SqliteAuditJournal journal, ParseResult arguments, CancellationToken cancellationToken)
    {
        var noted = arguments.GetValue(Noted) is { } text && AuditHead.TryParse(text, out var head) ? head : null;
        var verification = await journal.VerifyAsync(noted, cancellationToken);
        var output = arguments.InvocationConfiguration.Output;
        if (!verification.Holds)
        {
            await output.WriteLineAsync($"broken at record {verification.BrokenAt}: {verification.Reason}");
        }

        await output.WriteLineAsync($"good records  {verification.Records}");
        await output.WriteLineAsync($"head          {verification.Head}");
        return verification.Holds ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static async Task<int> ListAsync(SqliteAuditJournal journal, ParseResult arguments, CancellationToken cancellationToken)
    {
        var query = new AuditQuery
        {
            Since = arguments.GetValue(Since) is { } text && Durations.TryParseMoment(text, TimeProvider.System.GetUtcNow(), past: true, out var since) ? since : null,
            Who = arguments.GetValue(Who),
            Action = arguments.GetValue(Action),
        };
        var asJson = arguments.GetValue(AsJson);
        foreach (var record in await journal.ListAsync(query, arguments.GetValue(Limit), cancellationToken))
        {
            await arguments.InvocationConfiguration.Output.WriteLineAsync(asJson ? Json(record) : Line(record));
        }

        return ExitCodes.Success;
    }

    private static string Line(AuditRecord record)
    {
        var entry = record.Entry;
        var who = string.Join(' ', new[] { entry.Who, entry.Credential.Length > 0 ? $"({entry.Credential})" : "" }.Where(part => part.Length > 0).DefaultIfEmpty("-"));
        var status = entry.Status > 0 ? $"{entry.Status} " : "";
        return $"{record.Sequence}  {AuditChain.WriteTime(entry.Time)}  {who}  {entry.Action}  {entry.Resource}  {entry.Address}  {status}{entry.Outcome}";
    }

    private static string Json(AuditRecord record) => JsonSerializer.Serialize(
        new
        {
            record.Sequence,
            Time = AuditChain.WriteTime(record.Entry.Time),
            record.Entry.Who,
            record.Entry.Credential,
            record.Entry.Action,
            record.Entry.Resource,
            record.Entry.Address,
            record.Entry.Agent,
            record.Entry.RequestId,
            record.Entry.Status,
            record.Entry.Outcome,
            record.Previous,
            record.Hash,
        },
        JsonSerializerOptions.Web);

    private static void CheckLimit(OptionResult result)
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0))
        {
            result.AddError($"--limit takes a number from 1 on, not '{token.Value}'.");
        }
    }

    private static void CheckSince(OptionResult result)
    {
        if (result.Tokens is [var token] && !Durations.TryParseMoment(token.Value, DateTimeOffset.UnixEpoch.AddYears(200), past: true, out _))
        {
            result.AddError($"--since takes a date and time, or a number with s, m, h or d, not '{token.Value}'.");
        }
    }

    private static void CheckHead(OptionResult result)
    {
        if (result.Tokens is [var token] && !AuditHead.TryParse(token.Value, out _))
        {
            result.AddError($"--head takes a number, a colon and 64 hexadecimal digits, not '{token.Value}'.");
        }
    }
}
