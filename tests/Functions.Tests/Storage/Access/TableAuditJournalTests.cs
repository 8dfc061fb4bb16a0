using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Access;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Access;

public sealed class TableAuditJournalTests : AuditJournalContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();

    private TableClient Table => new(account.ConnectionString, TableNames.Audit);

    private BlobContainerClient Container => new(account.ConnectionString, AuditHeadBlob.ContainerName);

    [Fact]
    public async Task Is_one_chain_though_64_instances_append()
    {
        var appended = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            await using var journal = Journal();
            return await Task.WhenAll(Enumerable.Range(0, 5).Select(n => journal.AppendAsync(Entry($"{i}/{n}")).AsTask()));
        })));

        var records = appended.SelectMany(records => records).OrderBy(record => record.Sequence).ToList();
        Assert.Equal(Enumerable.Range(1, 320).Select(i => (long)i), records.Select(record => record.Sequence));
        Assert.Equal(320, records.DistinctBy(record => record.Entry.Resource).Count());
        Assert.Equal(Enumerable.Reverse(records), await Journal().ListAsync(new AuditQuery(), 1_000));
        Assert.Equal(new AuditVerification(320, new AuditHead(320, records[^1].Hash), null, ""), await Journal().VerifyAsync());
    }

    [Fact]
    public async Task Appends_what_waits_in_few_requests()
    {
        var faults = new RequestFaults(_ => false, isCarriedOut: false);
        await using var journal = Journal(faults);
        await journal.AppendAsync(Entry("first"));
        var before = faults.Sent;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => journal.AppendAsync(Entry($"{i}")).AsTask()));

        Assert.InRange(faults.Sent - before, 4, 12);
        Assert.Equal(201, (await Journal().VerifyAsync()).Records);
    }

    [Fact]
    public async Task Checks_more_records_than_a_page_has()
    {
        await using (var journal = Journal())
        {
            await Task.WhenAll(Enumerable.Range(0, 2_300).Select(i => journal.AppendAsync(Entry($"{i}")).AsTask()));
        }

        var verification = await Journal().VerifyAsync();

        Assert.Equal((2_300, true), (verification.Records, verification.Holds));
    }

    [Fact]
    public async Task Finds_out_that_a_record_was_changed()
    {
        await AppendAsync("a", "b", "c");
        var second = (await Table.GetEntityAsync<TableEntity>(AuditEntity.Partition, AuditEntity.KeyOf(2))).Value;
        second[AuditEntity.Who] = "somebody else";
        await Table.UpdateEntityAsync(second, second.ETag, TableUpdateMode.Replace);

        var verification = await Journal().VerifyAsync();

        Assert.Equal((1, 2), (verification.Records, verification.BrokenAt));
    }

    [Fact]
    public async Task Finds_out_that_a_record_is_missing()
    {
        await AppendAsync("a", "b", "c");
        await DeleteAsync(2);

        Assert.Equal(2, (await Journal().VerifyAsync()).BrokenAt);
    }

    [Fact]
    public async Task Finds_out_that_records_were_taken_from_the_end_and_says_so_for_ever()
    {
        await AppendAsync("a", "b", "c");
        await DeleteAsync(3);
        await DeleteAsync(2);

        var before = await Journal().VerifyAsync();
        await AppendAsync("d");
        await AppendAsync("e");
        var after = await Journal().VerifyAsync();

        Assert.Equal((1, 2), (before.Records, before.BrokenAt));
        Assert.Contains("taken from the end", before.Reason, StringComparison.Ordinal);
        Assert.Equal((1, 2), (after.Records, after.BrokenAt));
        Assert.Equal(["e", "d", "3:", "a"], (await Journal().ListAsync(new AuditQuery(), 10)).Select(record => record.Entry.Resource[..Math.Min(2, record.Entry.Resource.Length)]));
    }

    [Fact]
    public async Task Finds_out_that_everything_was_taken()
    {
        await AppendAsync("a", "b");
        await DeleteAsync(1);
        await DeleteAsync(2);

        Assert.Equal((0, 1), ((await Journal().VerifyAsync()).Records, (await Journal().VerifyAsync()).BrokenAt));
    }

    [Fact]
    public async Task Says_when_the_note_of_its_head_is_missing_or_damaged()
    {
        await AppendAsync("a");
        await Container.GetBlobClient("head").UploadAsync(BinaryData.FromString("nonsense"), overwrite: true);
        var damaged = await Journal().VerifyAsync();
        await Container.DeleteBlobAsync("head");
        var missing = await Journal().VerifyAsync();

        Assert.Equal((2, 2), (damaged.BrokenAt, missing.BrokenAt));
        Assert.Contains("the blob that notes the journal's head is missing or damaged", missing.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Loses_and_doubles_nothing_when_a_request_is_lost(bool isCarriedOut)
    {
        for (var lost = 0; ; lost++)
        {
            var faults = new RequestFaults(number => number == lost, isCarriedOut);
            await using (var journal = Journal(faults))
            {
                await journal.AppendAsync(Entry($"{lost}a"));
                await Task.WhenAll(Enumerable.Range(0, 3).Select(i => journal.AppendAsync(Entry($"{lost}b{i}")).AsTask()));
                await journal.AppendAsync(Entry($"{lost}c"));
            }

            var verification = await Journal().VerifyAsync();
            Assert.True(verification.Holds, verification.Reason);
            Assert.Equal((lost + 1) * 5, verification.Records);
            var resources = (await Journal().ListAsync(new AuditQuery(), 1_000)).Select(record => record.Entry.Resource).ToList();
            Assert.Equal(resources.Distinct(), resources);
            if (faults.Sent <= lost)
            {
                return;
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Holds_wherever_an_instance_dies_and_has_all_that_was_said_to_be_there(bool isCarriedOut)
    {
        var said = new List<AuditRecord>();
        for (var last = 0; ; last++)
        {
            Exception? failure;
            await using (var dying = Journal(new RequestFaults(number => number >= last, isCarriedOut), retries: 0))
            {
                failure = await Record.ExceptionAsync(async () =>
                {
                    said.Add(await dying.AppendAsync(Entry($"{last}a")));
                    said.Add(await dying.AppendAsync(Entry($"{last}b")));
                });
            }

            var verification = await Journal().VerifyAsync();
            Assert.True(verification.Holds, $"{last}: {verification.Reason}");
            Assert.Empty(said.Except(await Journal().ListAsync(new AuditQuery(), 1_000)));
            if (failure is null)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task Appends_again_once_storage_is_back()
    {
        var isAway = false;
        await using var journal = Journal(new RequestFaults(_ => isAway, isCarriedOut: false), retries: 0);
        await journal.AppendAsync(Entry("a"));
        isAway = true;
        await Assert.ThrowsAsync<Domain.Failures.TransientFailureException>(async () => await journal.AppendAsync(Entry("b")));
        isAway = false;

        Assert.Equal(2, (await journal.AppendAsync(Entry("c"))).Sequence);
        Assert.True((await journal.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task Writes_what_waits_before_it_is_gone()
    {
        var journal = Journal();
        var appending = Enumerable.Range(0, 120).Select(i => journal.AppendAsync(Entry($"{i}")).AsTask()).ToList();

        await journal.DisposeAsync();

        Assert.Equal(120, (await Task.WhenAll(appending)).DistinctBy(record => record.Sequence).Count());
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await journal.AppendAsync(Entry("late")));
        Assert.Equal(120, (await Journal().VerifyAsync()).Records);
    }

    protected override IAuditJournal CreateJournal() => Journal();

    private TableAuditJournal Journal() => Journal(new RequestFaults(_ => false, isCarriedOut: false));

    private TableAuditJournal Journal(RequestFaults faults, int retries = 3) => new(
        new AuditTable(FaultyStorage.Tables(account, faults, retries)),
        new AuditHeadBlob(FaultyStorage.Blobs(account, faults, retries).GetBlobContainerClient(AuditHeadBlob.ContainerName)),
        TimeProvider.System,
        NullLogger<TableAuditJournal>.Instance);

    private async Task AppendAsync(params string[] resources)
    {
        await using var journal = Journal();
        foreach (var resource in resources)
        {
            await journal.AppendAsync(Entry(resource));
        }
    }

    private Task DeleteAsync(long sequence) => Table.DeleteEntityAsync(AuditEntity.Partition, AuditEntity.KeyOf(sequence));

    private static AuditEntry Entry(string resource) => new() { Time = Simulation.Beginning, Who = "ada", Action = "test", Resource = resource, Outcome = "ok" };
}
