using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="IAuditJournal"/> must do.</summary>
public abstract class AuditJournalContract
{
    // In UTC and whole milliseconds, as entries are kept.
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Actions = ["states:StartExecution", "states:StopExecution", "POST /api/v1/keys", "DELETE /api/v1/keys/{id}", "keys:create"];

    /// <summary>A journal with nothing in it.</summary>
    protected abstract IAuditJournal CreateJournal();

    [Fact]
    public async Task An_empty_journal_is_whole()
    {
        var journal = CreateJournal();

        Assert.Empty(await journal.ListAsync(new AuditQuery(), 10));
        Assert.Equal(new AuditVerification(0, AuditHead.Empty, null, ""), await journal.VerifyAsync());
    }

    [Fact]
    public async Task Hangs_every_record_on_the_one_before()
    {
        var journal = CreateJournal();
        var first = await journal.AppendAsync(Entry(1));
        var second = await journal.AppendAsync(Entry(2) with { Resource = "a\nb\ud800 'ü'", Agent = new string('x', 5_000) });

        Assert.Equal(AuditChain.Append(1, Entry(1), AuditChain.Beginning), first);
        Assert.Equal((2L, first.Hash), (second.Sequence, second.Previous));
        Assert.Equal([second, first], await journal.ListAsync(new AuditQuery(), 10));
        Assert.Equal(new AuditVerification(2, new AuditHead(2, second.Hash), null, ""), await journal.VerifyAsync());
    }

    [Fact]
    public async Task Lists_what_is_asked_for_newest_first()
    {
        var journal = CreateJournal();
        var all = new List<AuditRecord>();
        for (var i = 0; i < 40; i++)
        {
            all.Insert(0, await journal.AppendAsync(Entry(i)));
        }

        foreach (var query in Queries())
        {
            Assert.Equal(all.Where(query.Asks).Take(7), await journal.ListAsync(query, 7));
        }
    }

    [Fact]
    public async Task A_head_that_it_never_had_is_noticed()
    {
        var journal = CreateJournal();
        var record = await journal.AppendAsync(Entry(1));

        Assert.True((await journal.VerifyAsync(new AuditHead(1, record.Hash))).Holds);
        Assert.Equal(1, (await journal.VerifyAsync(new AuditHead(1, new string('a', 64)))).BrokenAt);
        Assert.Equal(2, (await journal.VerifyAsync(new AuditHead(9, new string('a', 64)))).BrokenAt);
    }

    private static IEnumerable<AuditQuery> Queries() =>
        from who in new[] { null, "ada", "bob", "nobody" }
        from action in new[] { null, "", "states:", "states:StopExecution", "keys:", "states%", "D", "z" }
        from outcome in new[] { null, "ok", "forbidden" }
        from before in new long?[] { null, 20 }
        from since in new DateTimeOffset?[] { null, Now.AddMinutes(10) }
        select new AuditQuery { Who = who, Action = action, Outcome = outcome, Before = before, Since = since };

    private static AuditEntry Entry(int number) => new()
    {
        Time = Now.AddMinutes(number),
        Who = number % 3 == 0 ? "ada" : "bob",
        Credential = "TOAK0000000000000000",
        Action = Actions[number % Actions.Length],
        Resource = $"thing {number}",
        Status = 200,
        Outcome = number % 7 == 0 ? "forbidden" : "ok",
    };
}
