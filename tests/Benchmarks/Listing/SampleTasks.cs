using System.Globalization;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Benchmarks.Listing;

/// <summary>Tasks as a shop has them: many owners of whom some own much, words that are common and words that are rare, ids in the order of time.</summary>
public sealed class SampleTasks(int seed)
{
    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Goods =
        ["coffee machine", "desk lamp", "office chair", "paper, A4", "ink cartridge", "monitor arm", "usb cable", "keyboard", "mouse", "desk", "shelf", "whiteboard"];

    private static readonly string[] Buyers = ["Ada Lovelace", "Grace Hopper", "Jörg Müller", "Zoë Ångström", "李小龙", "O'Brien"];
    private readonly Random random = new(seed);

    /// <summary>How long after the first task this one was taken down, and when that is.</summary>
    public static DateTimeOffset CreatedAt(int number) => Begin.AddSeconds(97L * number);

    /// <summary>An owner by number; the lower the number, the more they own.</summary>
    public static string Owner(int number) => $"user{number:000}@example.com";

    /// <summary>The next task, as it was taken down.</summary>
    public TrackedTask Next(int number)
    {
        var at = CreatedAt(number);
        var kind = Kind();
        Span<byte> entropy = stackalloc byte[TaskIds.EntropyBytes];
        random.NextBytes(entropy);
        return new TrackedTask
        {
            TaskId = TaskIds.New(at, entropy),
            Kind = kind,
            Title = Title(kind, number),
            Owner = Owner((int)(200 * Math.Pow(random.NextDouble(), 3))),
            Priority = (TaskPriority)random.Next(4),
            Due = random.Next(3) == 0 ? null : at.AddHours(random.Next(1, 500)),
            Workflow = "OrderProcessing",
            Input = $$"""{"orderId":"order-{{number}}","lines":[{"sku":"SKU-1","quantity":{{random.Next(1, 9)}},"unitPrice":"12.50"}],"note":"{{new string('x', 200)}}"}""",
            SubjectId = kind == TaskKind.Batch ? null : string.Create(CultureInfo.InvariantCulture, $"order-{number:000000}"),
            History = [new TaskChange(TrackedStatus.Pending, at, "api", $"submit-{number}")],
            UpdatedAt = at,
        };
    }

    /// <summary>The task after its workflow has reported a few times.</summary>
    public TrackedTask Later(TrackedTask task)
    {
        var at = task.CreatedAt;
        foreach (var (status, step) in Course())
        {
            at = at.AddSeconds(random.Next(1, 1_000));
            task = task.MovedTo(status, at, $"workflow:{step}", $"{step}-{at.UtcTicks}") with { Step = step };
        }

        return task;
    }

    private TaskKind Kind() => random.Next(100) switch
    {
        < 45 => TaskKind.Order,
        < 85 => TaskKind.Purchase,
        < 99 => TaskKind.Refund,
        _ => TaskKind.Batch,
    };

    private string Title(TaskKind kind, int number) =>
        kind == TaskKind.Batch ? $"Settlement of day {number}" : $"{kind} of {Goods[random.Next(Goods.Length)]} for {Buyers[random.Next(Buyers.Length)]}";

    private (TrackedStatus Status, string Step)[] Course() => random.Next(100) switch
    {
        < 3 => [],
        < 5 => [(TrackedStatus.Running, "Place")],
        < 6 => [(TrackedStatus.Running, "Place"), (TrackedStatus.Waiting, "Approve")],
        < 12 => [(TrackedStatus.Running, "Place"), (TrackedStatus.Failed, "Pay")],
        < 15 => [(TrackedStatus.Running, "Place"), (TrackedStatus.Cancelled, "Pay")],
        _ => [(TrackedStatus.Running, "Place"), (TrackedStatus.Running, "Ship"), (TrackedStatus.Succeeded, "Confirm")],
    };
}
