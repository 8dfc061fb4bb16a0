using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using Answer = TaskOrchestration.Support.Answer;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

public sealed class SettlementBatchTests
{
    /// <summary>The day before the one on which the runs here begin.</summary>
    private static readonly DateTimeOffset Yesterday = Simulation.Beginning.AddDays(-1);

    [Fact]
    public async Task Settles_the_day_before_and_files_a_report_that_agrees_with_the_ledger()
    {
        using var run = new WorkflowRun();
        await MakeAsync(run, 250, Yesterday);
        await MakeAsync(run, 10, Simulation.Beginning, "today");

        run.Run(SeedWorkflows.SettlementBatch, "{}");

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(
            (Json.Of("2026-01-30"), Json.Of("UTC"), Json.Of("2026-01-31T00:00:00.000Z"), Json.Of("Settled"), Json.Of(250), Json.Of(250), Json.Of(3)),
            (run.Output["date"], run.Output["timeZone"], run.Output["cutOff"], run.Output["status"], run.Output["planned"], run.Output["settled"], run.Output["pages"]));
        Assert.Equal(await LedgerTotalsAsync(run), TotalsOf(run.Output));
        var report = (JsonObject)Json.Parse(await FileAsync(run, "json"));
        Assert.Equal(run.Output["totals"], report["totals"]);
        Assert.Equal(250 + 1, (await FileAsync(run, "csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var transaction = await run.TransactionAsync("many-7");
        Assert.Equal((run.Output["settlementId"], Simulation.Beginning), (Json.Of(transaction.SettlementId!), transaction.SettledAt));
        Assert.Null((await run.TransactionAsync("today-7")).SettlementId);
    }

    [Fact]
    public async Task Settles_two_thousand_transactions_in_the_real_stores()
    {
        using var folder = new TemporaryFolder();
        using var run = new WorkflowRun(services => services.AddSqliteStores(folder.Path));
        await MakeAsync(run, 2000, Yesterday);

        run.Run(SeedWorkflows.SettlementBatch, "{}");

        Assert.Equal((ExecutionStatus.Succeeded, Json.Of(2000), Json.Of(20)), (run.Status, run.Output["settled"], run.Output["pages"]));
        Assert.Equal(0, await run.Service<ISettlementStore>().CountPendingAsync(Simulation.Beginning));
        Assert.NotNull((await run.TransactionAsync("many-1999")).SettledAt);
    }

    [Fact]
    public void Settles_nothing_when_nothing_is_pending()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.SettlementBatch, """{"date":"2026-01-29"}""");

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(["planSettlement", "settlePages", "reportSettlement", "settlementTolerated", "settled"], run.States);
        Assert.Equal((Json.Of(0), Json.Of(0), JsonArray.Empty), (run.Output["settled"], run.Output["pages"], run.Output["totals"]));
    }

    [Fact]
    public async Task Makes_a_page_that_fails_an_entry_of_the_report_and_leaves_it_for_the_next_settlement()
    {
        using var run = new WorkflowRun(interfere: request => IsPage(request, 2) ? Answer.Failure("TransientFailure", "down") : null);
        await MakeAsync(run, 300, Yesterday);

        run.Run(SeedWorkflows.SettlementBatch, """{"toleratedFailurePercentage":40}""");

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(Json.Parse("""[{"page":2,"error":"TransientFailure","pending":100}]"""), run.Output["failedPages"]);
        Assert.Equal(Json.Of(200), run.Output["settled"]);
        Assert.Equal(100, await run.Service<ISettlementStore>().CountPendingAsync(Simulation.Beginning));
        Assert.Equal(6, run.Tasks.Where(request => IsPage(request, 2)).Max(request => request.RetryCount));
    }

    [Fact]
    public async Task Fails_when_more_pages_failed_than_are_tolerated_and_files_its_report_all_the_same()
    {
        using var run = new WorkflowRun(interfere: request => IsPage(request, 2) ? Answer.Failure("TransientFailure", "down") : null);
        await MakeAsync(run, 300, Yesterday);

        run.Run(SeedWorkflows.SettlementBatch, "{}");

        Assert.Equal(
            new Failure("SettlementIncomplete", "1 of 3 pages failed, more than are tolerated; 100 entries are pending still."), run.Failure);
        Assert.Equal(2, (await run.Service<IBlobStore>().ListAsync("reports")).Count);
    }

    [Fact]
    public async Task Marks_the_transactions_of_a_page_that_was_settled_before_its_step_failed()
    {
        WorkflowRun? run = null;
        run = new WorkflowRun(interfere: request => IsPage(request, 1) ? SettleAndFail(run!, request) : null);
        using var _ = run;
        await MakeAsync(run, 20, Yesterday);

        run.Run(SeedWorkflows.SettlementBatch, """{"toleratedFailurePercentage":100}""");

        Assert.Equal(Json.Parse("""[{"page":1,"error":"States.Timeout","pending":0}]"""), run.Output["failedPages"]);
        Assert.Equal(Json.Of(20), run.Output["settled"]);
        Assert.NotNull((await run.TransactionAsync("many-3")).SettlementId);
    }

    [Fact]
    public async Task Settles_each_page_in_an_execution_of_its_own()
    {
        using var run = new WorkflowRun();
        await MakeAsync(run, 250, Yesterday);

        run.Run(SeedWorkflows.SettlementBatch, "{}");

        Assert.Equal([ExecutionStatus.Succeeded, ExecutionStatus.Succeeded, ExecutionStatus.Succeeded], run.Children);
        Assert.Equal(
            ["planSettlement", "settlePages", "reportSettlement", "settlePage", "settlePage", "settlePage"], run.Tasks.Select(task => task.StateName));
    }

    [Fact]
    public async Task Takes_a_page_whose_execution_was_stopped_from_outside_for_one_that_failed()
    {
        using var run = new WorkflowRun(interfere: request => IsPage(request, 2) ? Answer.Never : null) { StopsChild = input => ((JsonObject)input)["page"]!.Equals(Json.Of(2)) };
        await MakeAsync(run, 300, Yesterday);

        run.Run(SeedWorkflows.SettlementBatch, """{"toleratedFailurePercentage":40}""");

        Assert.Equal([ExecutionStatus.Succeeded, ExecutionStatus.Aborted, ExecutionStatus.Succeeded], run.Children);
        Assert.Equal(Json.Parse("""[{"page":2,"error":"ABORTED","pending":100}]"""), run.Output["failedPages"]);
        Assert.Equal(Json.Of(200), run.Output["settled"]);
    }

    [Theory]
    [InlineData("""{"date":"tomorrow"}""", "input.date: expected a day such as 2026-11-21, found \"tomorrow\".")]
    [InlineData("""{"date":"2026-02-01"}""", "date: expected a day up to today, 2026-01-31 in UTC, found 2026-02-01.")]
    [InlineData("""{"timeZone":"Moon/Base"}""", "timeZone: expected a time zone such as Europe/Berlin, found 'Moon/Base'.")]
    [InlineData("""{"cutOff":"noon"}""", "input.cutOff: expected a moment such as 2026-11-21T23:00:00Z, found \"noon\".")]
    [InlineData("[]", "input: expected an object, found [].")]
    public void Refuses_what_it_cannot_settle(string input, string cause)
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.SettlementBatch, input);

        Assert.Equal("InvalidSettlement", run.Failure!.Error);
        Assert.Equal(Json.Of(cause), ((JsonObject)Json.Parse(run.Failure.Cause!))["errorMessage"]);
    }

    private static Task MakeAsync(WorkflowRun run, int count, DateTimeOffset at, string prefix = "many") =>
        ManyTransactions.MakeAsync(run.Service<ITransactionStore>(), run.Service<ILedger>(), count, at, prefix);

    private static bool IsPage(TaskRequest request, int page) =>
        request.StateName == "settlePage" && ((JsonObject)((JsonObject)request.Input)["Payload"]!)["page"]!.Equals(Json.Of(page));

    private static Answer SettleAndFail(WorkflowRun run, TaskRequest request)
    {
        var payload = (JsonObject)((JsonObject)request.Input)["Payload"]!;
        run.Service<ISettlementStore>().SettleAsync(((JsonString)payload["settlementId"]!).Value, 1, Simulation.Beginning).AsTask().GetAwaiter().GetResult();
        return Answer.Never;
    }

    private static async Task<string> FileAsync(WorkflowRun run, string kind)
    {
        var path = ((JsonString)((JsonObject)run.Output["report"]!)[kind]!).Value;
        await using var blob = await run.Service<IBlobStore>().OpenAsync(path);
        using var reader = new StreamReader(blob!.Stream);
        return await reader.ReadToEndAsync();
    }

    private static IEnumerable<string> TotalsOf(JsonObject output) =>
        ((JsonArray)output["totals"]!).Cast<JsonObject>().Select(total => $"{total["currency"]} {total["kind"]} {total["count"]} {total["amount"]}");

    /// <summary>What yesterday's entries add up to, reckoned from the transactions one by one.</summary>
    private static async Task<IEnumerable<string>> LedgerTotalsAsync(WorkflowRun run)
    {
        var entries = new List<LedgerEntry>();
        for (var number = 0; number < 250; number++)
        {
            entries.AddRange(await run.Service<ILedger>().OfTransactionAsync($"many-{number}"));
        }

        return from currency in new[] { "EUR", "JPY", "USD" }
               let own = entries.Where(entry => entry.Amount!.Currency.Code == currency).ToList()
               let charges = own.Where(entry => entry.Kind == LedgerEntryKind.Charge).ToList()
               let refunds = own.Where(entry => entry.Kind == LedgerEntryKind.Refund).ToList()
               let charged = charges.Sum(entry => entry.Amount!.Amount)
               let refunded = refunds.Sum(entry => entry.Amount!.Amount)
               from total in new[] { ("Purchases", charges.Count, charged), ("Refunds", refunds.Count, refunded), ("Net", own.Count, charged - refunded) }
               select $"\"{currency}\" \"{total.Item1}\" {total.Item2} {total.Item3}";
    }
}
