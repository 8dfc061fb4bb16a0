using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="ISettlementStore"/> must do.</summary>
public abstract class SettlementStoreContract
{
    private static readonly DateTimeOffset CutOff = Samples.Now.AddHours(1);

    [Fact]
    public async Task Knows_no_settlement_that_was_never_planned()
    {
        var (_, settlements) = CreateStores();

        Assert.Null(await settlements.FindAsync("s"));
        Assert.Empty(await settlements.EntriesAsync("s", 1));
        Assert.Equal(0, await settlements.CountPendingAsync(CutOff));
    }

    [Fact]
    public async Task Plans_the_charges_and_refunds_before_the_cut_off_in_pages()
    {
        var (ledger, settlements) = CreateStores();
        await PostAsync(ledger, 5);
        await ledger.PostAsync(Samples.Entry("declined", LedgerEntryKind.Decline, "d", 5));
        await ledger.PostAsync(Samples.Entry("authorised", LedgerEntryKind.Authorization, "a", 5));
        await ledger.PostAsync(Samples.BareVoid("void", "v"));
        await ledger.PostAsync(Samples.Entry("refund", LedgerEntryKind.Refund, "charge 0", 1));
        await ledger.PostAsync(Samples.Entry("late", LedgerEntryKind.Charge, "late", 5) with { At = CutOff });

        var planned = await settlements.PlanAsync(Draft("s", 2));

        Assert.Equal(
            new Settlement
            {
                SettlementId = "s",
                Date = new DateOnly(2024, 2, 29),
                TimeZone = "Europe/Berlin",
                CutOff = CutOff,
                PlannedAt = Samples.Now,
                Pages = [2, 2, 2],
            },
            planned);
        Assert.Equal(planned, await settlements.FindAsync("s"));
        Assert.Equal(6, await settlements.CountPendingAsync(CutOff));
        Assert.Equal(7, await settlements.CountPendingAsync(CutOff.AddTicks(1)));
    }

    [Fact]
    public async Task Answers_the_first_plan_whatever_is_posted_later()
    {
        var (ledger, settlements) = CreateStores();
        await PostAsync(ledger, 3);
        var planned = await settlements.PlanAsync(Draft("s", 2));
        await ledger.PostAsync(Samples.Entry("more", LedgerEntryKind.Charge, "more", 5));

        Assert.Equal(planned, await settlements.PlanAsync(Draft("s", 50)));
        await SettleAllAsync(settlements, planned);

        Assert.Equal(["token 0", "token 1", "token 2"], (await AllAsync(settlements, planned)).Select(settled => settled.Entry.Token));
        Assert.Equal(1, await settlements.CountPendingAsync(CutOff));
    }

    [Fact]
    public async Task Plans_nothing_when_nothing_is_pending()
    {
        var (_, settlements) = CreateStores();

        Assert.Empty((await settlements.PlanAsync(Draft("s", 2))).Pages);
    }

    [Fact]
    public async Task Settles_the_entries_of_a_page_once_however_often_it_is_asked()
    {
        var (ledger, settlements) = CreateStores();
        var entries = await PostAsync(ledger, 3);
        await settlements.PlanAsync(Draft("s", 2));

        await settlements.SettleAsync("s", 1, Samples.Now);
        await settlements.SettleAsync("s", 1, Samples.Now.AddHours(1));

        Assert.Equal(
            entries[..2].Select(entry => new SettledEntry(entry, "s", 1, entry.Amount!, Samples.Now)), await settlements.EntriesAsync("s", 1));
        Assert.Empty(await settlements.EntriesAsync("s", 2));
        Assert.Equal(1, await settlements.CountPendingAsync(CutOff));
    }

    [Fact]
    public async Task Leaves_an_entry_with_the_settlement_that_was_first()
    {
        var (ledger, settlements) = CreateStores();
        await PostAsync(ledger, 3);
        var first = await settlements.PlanAsync(Draft("first", 2));
        var second = await settlements.PlanAsync(Draft("second", 3));

        await settlements.SettleAsync("first", 1, Samples.Now);
        await settlements.SettleAsync("second", 1, Samples.Now);
        await settlements.SettleAsync("first", 2, Samples.Now);

        Assert.Equal(["token 0", "token 1"], (await AllAsync(settlements, first)).Select(settled => settled.Entry.Token));
        Assert.Equal(["token 2"], (await AllAsync(settlements, second)).Select(settled => settled.Entry.Token));
        Assert.Empty((await settlements.PlanAsync(Draft("third", 3))).Pages);
    }

    [Fact]
    public async Task Settles_each_entry_once_however_many_settle_at_once()
    {
        var (ledger, settlements) = CreateStores();
        await PostAsync(ledger, 40);
        var plans = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => settlements.PlanAsync(Draft($"s{number}", 7)).AsTask()));

        await Task.WhenAll(plans.SelectMany(plan => Enumerable.Range(1, plan.Pages.Count)
            .Select(page => Task.Run(async () => await settlements.SettleAsync(plan.SettlementId, page, Samples.Now)))));

        var settled = new List<SettledEntry>();
        foreach (var plan in plans)
        {
            settled.AddRange(await AllAsync(settlements, plan));
        }

        Assert.Equal(40, settled.Count);
        Assert.Equal(40, settled.DistinctBy(entry => entry.Entry.Token).Count());
    }

    /// <summary>A ledger and settlements over it, with nothing in them.</summary>
    protected abstract (ILedger Ledger, ISettlementStore Settlements) CreateStores();

    private static SettlementDraft Draft(string id, int fewest) => new(id, new DateOnly(2024, 2, 29), "Europe/Berlin", CutOff, fewest, Samples.Now);

    private static async Task<LedgerEntry[]> PostAsync(ILedger ledger, int count)
    {
        var entries = Enumerable.Range(0, count).Select(number => Samples.Entry($"token {number}", LedgerEntryKind.Charge, $"charge {number}", 1 + number)).ToArray();
        foreach (var entry in entries)
        {
            await ledger.PostAsync(entry);
        }

        return entries;
    }

    private static async Task SettleAllAsync(ISettlementStore settlements, Settlement settlement)
    {
        for (var page = 1; page <= settlement.Pages.Count; page++)
        {
            await settlements.SettleAsync(settlement.SettlementId, page, Samples.Now);
        }
    }

    private static async Task<List<SettledEntry>> AllAsync(ISettlementStore settlements, Settlement settlement)
    {
        var all = new List<SettledEntry>();
        for (var page = 1; page <= settlement.Pages.Count; page++)
        {
            all.AddRange(await settlements.EntriesAsync(settlement.SettlementId, page));
        }

        return all;
    }
}
