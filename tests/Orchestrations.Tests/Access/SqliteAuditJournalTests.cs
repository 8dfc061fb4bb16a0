using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Access;

public sealed class SqliteAuditJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gives_back_what_it_was_told()
    {
        using var journal = Open();
        var records = new List<AuditRecord>();
        for (var i = 0; i < 5; i++)
        {
            records.Add(await journal.AppendAsync(Entry($"caller-{i}")));
        }

        records.Reverse();
        Assert.Equal(records, await journal.ListAsync(new AuditQuery(), 100));
        Assert.Equal(records.Skip(3), await journal.ListAsync(new AuditQuery { Before = records[2].Sequence }, 100));
        Assert.Equal([records[1]], await journal.ListAsync(new AuditQuery { Who = "caller-3", Action = "states:", Outcome = "ok", Since = _time.GetUtcNow() }, 100));
        Assert.Empty(await journal.ListAsync(new AuditQuery { Action = "states%" }, 100));
        Assert.Equal(new AuditVerification(5, new AuditHead(5, records[0].Hash), null, ""), await journal.VerifyAsync());
    }

    [Fact]
    public async Task Entries_that_come_at_once_are_one_chain()
    {
        using var journal = Open();
        using var elsewhere = Open();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () => await (i % 2 == 0 ? journal : elsewhere).AppendAsync(Entry($"caller-{i}")))));

        var verification = await journal.VerifyAsync();
        Assert.Equal((200L, true), (verification.Records, verification.Holds));
    }

    [Fact]
    public async Task Refuses_that_a_record_is_changed_or_deleted()
    {
        await FillAsync(3);

        Assert.Throws<SqliteException>(() => Tamper("UPDATE audit SET who = 'eve' WHERE sequence = 2", withoutTriggers: false));
        Assert.Throws<SqliteException>(() => Tamper("DELETE FROM audit WHERE sequence = 2", withoutTriggers: false));
        Assert.True((await VerifyAsync()).Holds);
    }

    [Theory]
    [InlineData("UPDATE audit SET who = 'eve' WHERE sequence = 4", 4)]
    [InlineData("UPDATE audit SET time = time - 1 WHERE sequence = 4", 4)]
    [InlineData("UPDATE audit SET status = 200, outcome = 'ok' WHERE sequence = 4; UPDATE audit SET outcome = 'x' WHERE sequence = 6", 4)]
    [InlineData("DELETE FROM audit WHERE sequence = 4", 4)]
    [InlineData("DELETE FROM audit WHERE sequence = 1", 1)]
    [InlineData("UPDATE audit SET sequence = 99 WHERE sequence = 4; UPDATE audit SET sequence = 4 WHERE sequence = 5; UPDATE audit SET sequence = 5 WHERE sequence = 99", 4)]
    [InlineData("INSERT INTO audit SELECT 11, time, who, credential, action, resource, address, agent, request, status, outcome, previous, hash FROM audit WHERE sequence = 10", 11)]
    [InlineData("DELETE FROM audit WHERE sequence > 7", 8)]
    [InlineData("DELETE FROM audit", 1)]
    public async Task Names_the_first_broken_link(string tampering, long brokenAt)
    {
        await FillAsync(10);
        Tamper(tampering);

        Assert.Equal(brokenAt, (await VerifyAsync()).BrokenAt);
    }

    [Fact]
    public async Task Says_in_the_chain_itself_that_records_were_taken_from_its_end()
    {
        await FillAsync(10);
        Tamper("DELETE FROM audit WHERE sequence > 7");
        await FillAsync(5);

        var verification = await VerifyAsync();
        Assert.Equal(8, verification.BrokenAt);
        Assert.Contains("the journal's head was once 10:", verification.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_while_it_is_open_that_records_were_taken_from_its_end()
    {
        using var journal = Open();
        await journal.AppendAsync(Entry("ada"));
        await journal.AppendAsync(Entry("bob"));
        Tamper("DELETE FROM audit WHERE sequence = 2");
        await journal.AppendAsync(Entry("cyd"));

        Assert.Equal(2, (await journal.VerifyAsync()).BrokenAt);
    }

    [Fact]
    public async Task A_missing_head_is_no_proof_of_a_whole_journal()
    {
        await FillAsync(3);
        File.Delete(Path.Combine(_folder.Path, SqliteAuditJournal.HeadFileName));

        Assert.False((await VerifyAsync()).Holds);
    }

    [Fact]
    public async Task A_journal_written_anew_with_its_head_is_known_by_a_head_noted_elsewhere()
    {
        await FillAsync(5);
        var noted = (await VerifyAsync()).Head;
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            File.Delete(file);
        }

        await FillAsync(6, "eve");

        using var journal = Open();
        Assert.True((await journal.VerifyAsync()).Holds);
        Assert.Equal(5, (await journal.VerifyAsync(noted)).BrokenAt);
    }

    [Fact]
    public async Task A_journal_longer_than_its_noted_head_is_whole()
    {
        await FillAsync(3);
        var head = await File.ReadAllTextAsync(Path.Combine(_folder.Path, SqliteAuditJournal.HeadFileName));
        await FillAsync(3);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, SqliteAuditJournal.HeadFileName), head);

        Assert.True((await VerifyAsync()).Holds);
    }

    [Fact]
    public async Task The_head_may_lie_elsewhere()
    {
        using var elsewhere = new TemporaryFolder();
        var head = Path.Combine(elsewhere.Path, "head");
        using var journal = new SqliteAuditJournal(_folder.Path, head, _time);
        var record = await journal.AppendAsync(Entry("ada"));

        Assert.Equal($"{1:D20}:{record.Hash}\n", await File.ReadAllTextAsync(head));
    }

    [Fact]
    public async Task No_record_is_there_before_the_file_of_the_head_is()
    {
        // Its place is taken by a folder until that is removed.
        var head = Path.Combine(_folder.Path, "head");
        Directory.CreateDirectory(head);
        using var journal = new SqliteAuditJournal(_folder.Path, head, _time);
        await Assert.ThrowsAnyAsync<Exception>(async () => await journal.AppendAsync(Entry("ada")));
        Assert.Empty(await journal.ListAsync(new AuditQuery(), 100));

        Directory.Delete(head);
        var record = await journal.AppendAsync(Entry("ada"));
        Assert.Equal(new AuditVerification(1, new AuditHead(1, record.Hash), null, ""), await journal.VerifyAsync());
    }

    [Fact]
    public async Task A_journal_that_was_killed_before_it_noted_its_first_record_is_whole()
    {
        await FillAsync(1);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, SqliteAuditJournal.HeadFileName), $"{0:D20}:{AuditHead.Empty.Hash}\n");

        Assert.True((await VerifyAsync()).Holds);
    }

    private SqliteAuditJournal Open() => new(_folder.Path, headPath: null, _time);

    private async Task FillAsync(int count, string who = "ada")
    {
        using var journal = Open();
        for (var i = 0; i < count; i++)
        {
            await journal.AppendAsync(Entry(who));
        }
    }

    private async Task<AuditVerification> VerifyAsync()
    {
        using var journal = Open();
        return await journal.VerifyAsync();
    }

    private void Tamper(string sql, bool withoutTriggers = true)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, SqliteAuditJournal.FileName)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = withoutTriggers ? $"DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; {sql}" : sql;
        command.ExecuteNonQuery();
    }

    private AuditEntry Entry(string who) => new() { Time = _time.GetUtcNow(), Who = who, Action = "states:StartExecution", Resource = "arn", Status = 403, Outcome = "ok" };
}
