using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Benchmarks.Searching;

/// <summary>The executions that are looked for: 10,000 of one machine, begun one after the other over a week. One in fifty failed, one in a hundred still runs, and one bears a word that no other has.</summary>
internal static class StoredExecutions
{
    /// <summary>How many there are.</summary>
    public const int Count = 10_000;

    /// <summary>Their machine.</summary>
    public const string Machine = "Orders";

    /// <summary>What only the input of an early one has.</summary>
    public const string RareWord = "saffron";

    private const int Width = 50;
    private const int Rare = Count / 20;
    private static readonly TimeSpan Time = TimeSpan.FromDays(7);

    private static readonly string Definition = """
        {
          "StartAt": "Which",
          "States": {
            "Which": {
              "Type": "Choice",
              "Choices": [
                { "Variable": "$.kind", "StringEquals": "late", "Next": "Later" },
                { "Variable": "$.kind", "StringEquals": "bad", "Next": "Refused" }
              ],
              "Default": "orderPlacement"
            },
            "Later": { "Type": "Wait", "Seconds": 2592000, "Next": "orderPlacement" },
            "Refused": { "Type": "Fail", "Error": "OrderRefused", "Cause": "There is no such article." },
        """ + Workflows.FourTasks[(Workflows.FourTasks.IndexOf("\"States\": {", StringComparison.Ordinal) + "\"States\": {".Length)..];

    /// <summary>When the first began.</summary>
    public static DateTimeOffset Beginning { get; } = DateTimeOffset.UtcNow - Time;

    /// <summary>When so many of them had begun.</summary>
    public static DateTimeOffset After(double share) => Beginning + (Time * share);

    /// <summary>Runs them in a data folder that nobody has open.</summary>
    public static async Task WriteAsync(string dataFolder)
    {
        var time = new ManualTimeProvider(Beginning);
        using var folder = DataFolder.Open(dataFolder);
        await using var engine = await EmbeddedEngine.OpenAsync(folder, new InstantRouter(), time: time);
        var machine = await Machines.CreateAsync(engine, Machine, Definition);
        for (var begun = 0; begun < Count; begun += Width)
        {
            await Task.WhenAll(Enumerable.Range(begun, Width).Select(number => RunAsync(engine, machine, number)));
            time.Advance(Time * Width / Count);
        }
    }

    private static async Task RunAsync(EmbeddedEngine engine, string machine, int number)
    {
        var kind = number % 100 == 1 ? "late" : number % 50 == 2 ? "bad" : "good";
        var input = Workflows.Order(number).With("kind", Json.Of(kind)).With("remark", Json.Of(number == Rare ? RareWord : "none"));
        var started = await engine.Executions.StartAsync(new StartRequest { StateMachineArn = machine, Name = $"order-{number:D5}", Input = input });
        if (kind != "late")
        {
            await engine.Executions.WaitForEndAsync(started.ExecutionArn);
        }
    }
}
