using System.Globalization;
using System.Text;

namespace TaskOrchestration.Functions.Tests.Costs;

/// <summary>Writes the tables of docs/azure.md that follow from the sheet.</summary>
internal static class CostTables
{
    private const int SecondsPerDay = 86_400;
    private const int DaysPerMonth = 30;

    /// <summary>What one execution takes and costs.</summary>
    public static string PerExecution(CostSheet sheet)
    {
        var table = Table("workflow", "activities", "invocations", "own table transactions", "own blob transactions", "Durable's table transactions", "Durable's queue transactions", "scheduler actions", "per million, storage", "per million, scheduler");
        foreach (var counts in sheet.Workflows)
        {
            Row(
                table,
                counts.IsMeasured ? counts.Name : $"{counts.Name} (aimed at)",
                $"{counts.Activities}",
                $"{counts.Invocations}",
                $"{counts.TableTransactions}",
                $"{counts.BlobTransactions}",
                $"{counts.DurableTableTransactions}",
                $"{counts.DurableQueueTransactions}",
                $"{counts.SchedulerActions}",
                Money(sheet.Prices, 1_000_000 * OnStorage(sheet, counts)),
                Money(sheet.Prices, 1_000_000 * OnScheduler(sheet, counts)));
        }

        return table.ToString();
    }

    /// <summary>What a number of executions a day needs.</summary>
    public static string Sizing(CostSheet sheet)
    {
        var counts = sheet.Workflows.Single(workflow => workflow.Name == sheet.Sized);
        var table = Table("executions a day", "at peak, a second", "activities a second", "instances", "partitions", "host storage, transactions a second", "data storage, transactions a second", "scheduler actions a second", "scheduler units", "a month, storage", "a month, scheduler");
        foreach (var perDay in sheet.ExecutionsPerDay)
        {
            var peak = (decimal)perDay * sheet.Capacity.PeakOverAverage / SecondsPerDay;
            var activities = peak * counts.Activities;
            Row(
                table,
                perDay.ToString("N0", CultureInfo.InvariantCulture),
                Number(peak),
                Number(activities),
                Needed(activities, sheet.Capacity.ActivitiesPerSecondPerInstance, most: null),
                Needed(activities, sheet.Capacity.AnswersPerSecondPerPartition, sheet.Capacity.Partitions),
                Within(peak * (counts.DurableTableTransactions + counts.DurableQueueTransactions), sheet.Capacity.AccountTransactionsPerSecond),
                Within(peak * (counts.TableTransactions + counts.BlobTransactions), sheet.Capacity.AccountTransactionsPerSecond),
                Number(peak * counts.SchedulerActions),
                $"{Units(sheet, peak * counts.SchedulerActions)}",
                Money(sheet.Prices, perDay * DaysPerMonth * OnStorage(sheet, counts)),
                Money(sheet.Prices, AMonthOnScheduler(sheet, counts, perDay, Units(sheet, peak * counts.SchedulerActions))));
        }

        return table.ToString();
    }

    /// <summary>Units of capacity of the scheduler; none where it can be paid by the action.</summary>
    private static int Units(CostSheet sheet, decimal actionsPerSecond) => actionsPerSecond <= sheet.Capacity.SchedulerActionsPerSecondWithoutUnits
        ? 0
        : (int)Math.Ceiling(actionsPerSecond / sheet.Capacity.SchedulerActionsPerSecondPerUnit);

    private static decimal AMonthOnScheduler(CostSheet sheet, WorkflowCounts counts, long perDay, int units) => units == 0
        ? perDay * DaysPerMonth * OnScheduler(sheet, counts)
        : (perDay * DaysPerMonth * Own(sheet, counts)) + (units * sheet.Prices.SchedulerUnitPerMonth);

    private static decimal OnStorage(CostSheet sheet, WorkflowCounts counts) =>
        Own(sheet, counts)
        + (counts.DurableTableTransactions * sheet.Prices.TableTransactionsPer10000 / 10_000)
        + (counts.DurableQueueTransactions * sheet.Prices.QueueTransactionsPer10000 / 10_000);

    private static decimal OnScheduler(CostSheet sheet, WorkflowCounts counts) => Own(sheet, counts) + (counts.SchedulerActions * sheet.Prices.SchedulerActionsPerMillion / 1_000_000);

    /// <summary>What is paid wherever Durable Functions keeps its state: our transactions, invocations, and the time that instances are busy.</summary>
    private static decimal Own(CostSheet sheet, WorkflowCounts counts) =>
        (counts.TableTransactions * sheet.Prices.TableTransactionsPer10000 / 10_000)
        + (counts.BlobTransactions * sheet.Prices.BlobTransactionsPer10000 / 10_000)
        + (counts.Invocations * sheet.Prices.InvocationsPerMillion / 1_000_000)
        + ((decimal)counts.Activities / sheet.Capacity.ActivitiesPerSecondPerInstance * sheet.Capacity.InstanceGigabytes * sheet.Prices.GigabyteSeconds);

    private static StringBuilder Table(params string[] columns)
    {
        var table = new StringBuilder();
        Row(table, columns);
        Row(table, [.. columns.Select(_ => "---")]);
        return table;
    }

    private static void Row(StringBuilder table, params string[] cells) => table.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Needed(decimal load, int each, int? most)
    {
        var needed = (int)Math.Max(1, Math.Ceiling(load / each));
        return needed > most ? $"**{needed} of {most}**" : $"{needed}";
    }

    /// <summary>In bold where it is too much.</summary>
    private static string Within(decimal load, int most) => load > most ? $"**{Number(load)}**" : Number(load);

    private static string Number(decimal number) => number.ToString(number < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture);

    private static string Money(Prices prices, decimal amount) => $"{amount.ToString(amount < 10 ? "0.00" : "N0", CultureInfo.InvariantCulture)} {prices.Currency}";
}
