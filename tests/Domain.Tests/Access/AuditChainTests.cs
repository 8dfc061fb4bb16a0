using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Domain.Tests.Access;

public class AuditChainTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 0, 0, 125, TimeSpan.Zero);

    [Fact]
    public void A_hash_can_be_computed_from_what_is_documented_alone()
    {
        var record = AuditChain.Append(1, Entry("ü"), AuditChain.Beginning);

        const string Netstrings = "1:1,24:2026-01-31T09:00:00.125Z,2:ü,20:TOAK0123456789ABCDEF,21:states:StartExecution,5:first,9:127.0.0.1,4:curl,2:id,3:200,2:ok,";
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Netstrings}64:{AuditChain.Beginning},")));
        Assert.Equal(expected, record.Hash);
    }

    [Fact]
    public void A_chain_that_nobody_has_touched_holds()
    {
        var verification = Verify(Chain(5));

        Assert.Equal(new AuditVerification(5, new AuditHead(5, Chain(5)[4].Hash), null, ""), verification);
    }

    [Fact]
    public void A_record_that_was_changed_is_named()
    {
        var chain = Chain(5);
        chain[2] = chain[2] with { Entry = chain[2].Entry with { Who = "eve" } };

        Assert.Equal(3, Verify(chain).BrokenAt);
    }

    [Fact]
    public void A_record_that_was_changed_and_hashed_anew_breaks_the_next_link()
    {
        var chain = Chain(5);
        chain[2] = AuditChain.Append(3, chain[2].Entry with { Who = "eve" }, chain[1].Hash);

        Assert.Equal(4, Verify(chain).BrokenAt);
    }

    [Fact]
    public void A_record_that_was_removed_is_missed()
    {
        var chain = Chain(5);
        chain.RemoveAt(2);

        Assert.Equal(3, Verify(chain).BrokenAt);
    }

    [Fact]
    public void Records_that_have_changed_places_are_noticed()
    {
        var chain = Chain(5);
        (chain[1], chain[2]) = (chain[2] with { Sequence = 2 }, chain[1] with { Sequence = 3 });

        Assert.Equal(2, Verify(chain).BrokenAt);
    }

    [Fact]
    public void Records_taken_from_the_end_are_missed_by_whoever_has_noted_the_head()
    {
        var chain = Chain(5);
        var head = new AuditHead(5, chain[4].Hash);

        Assert.True(Verify(chain[..3]).Holds);
        Assert.Equal(4, Verify(chain[..3], head).BrokenAt);
    }

    [Fact]
    public void A_journal_written_anew_does_not_have_the_head_that_was_noted()
    {
        var head = new AuditHead(5, Chain(5)[4].Hash);

        Assert.Equal(5, Verify(Chain(6, "eve"), head).BrokenAt);
    }

    [Fact]
    public void A_text_is_kept_so_that_any_store_gives_it_back_the_same()
    {
        var kept = (Entry("a\0b\uD800c\n") with { Resource = new string('x', 5_000) }).AsKept();

        Assert.Equal(("a\uFFFDb\uFFFDc\uFFFD", 1_024), (kept.Who, kept.Resource.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5:abc")]
    [InlineData("-5:0000000000000000000000000000000000000000000000000000000000000000")]
    public void Only_a_number_and_a_hash_are_a_head(string text) => Assert.False(AuditHead.TryParse(text, out _));

    private static AuditVerification Verify(IEnumerable<AuditRecord> records, params AuditHead[] anchors)
    {
        var verifier = new AuditVerifier(anchors);
        foreach (var record in records)
        {
            verifier.Accept(record);
        }

        return verifier.Finish();
    }

    private static List<AuditRecord> Chain(int length, string who = "ada")
    {
        var chain = new List<AuditRecord>();
        for (var sequence = 1; sequence <= length; sequence++)
        {
            chain.Add(AuditChain.Append(sequence, Entry(who), chain is [.., var last] ? last.Hash : AuditChain.Beginning));
        }

        return chain;
    }

    private static AuditEntry Entry(string who) => new()
    {
        Time = Now,
        Who = who,
        Credential = "TOAK0123456789ABCDEF",
        Action = "states:StartExecution",
        Resource = "first",
        Address = "127.0.0.1",
        Agent = "curl",
        RequestId = "id",
        Status = 200,
        Outcome = "ok",
    };
}
