namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>What goes wrong in a task hub, all of it within what Durable Functions promises: at least once, in no particular order, some day.</summary>
/// <remarks>Each figure is a probability from 0 to 1. The same seed gives the same course.</remarks>
public sealed class Mischief(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>An episode is lost before it is committed.</summary>
    public double LosesEpisode { get; init; }

    /// <summary>Where an episode is lost, what it called for is done all the same: Azure Storage sends messages before it commits the history.</summary>
    public double SendsBeforeCommit { get; init; }

    /// <summary>An activity is done twice, and both answers come.</summary>
    public double RepeatsActivity { get; init; }

    /// <summary>An activity is done, its answer is lost with its worker, and it is done again.</summary>
    public double LosesAnswer { get; init; }

    /// <summary>An activity fails before it has done anything.</summary>
    public double FailsActivityBefore { get; init; }

    /// <summary>An activity fails after all is done.</summary>
    public double FailsActivityAfter { get; init; }

    /// <summary>The answer of an activity takes its time.</summary>
    public double DelaysAnswer { get; init; }

    /// <summary>How long such an answer takes at most.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>An external event comes twice.</summary>
    public double RepeatsEvent { get; init; }

    /// <summary>What comes next is any of those that have come, not the first.</summary>
    public double Shuffles { get; init; }

    /// <summary>An episode gets some of what has come, not all.</summary>
    public double SplitsBatch { get; init; }

    /// <summary>The clock of an episode is a little behind.</summary>
    public double ClockLags { get; init; }

    /// <summary>The clock moves a little between two steps.</summary>
    public double ClockCreeps { get; init; }

    /// <summary>All of it, each as often as makes a test of it.</summary>
    public static Mischief Everything(int seed) => new(seed)
    {
        LosesEpisode = 0.2,
        SendsBeforeCommit = 0.3,
        RepeatsActivity = 0.15,
        LosesAnswer = 0.1,
        FailsActivityBefore = 0.05,
        FailsActivityAfter = 0.05,
        DelaysAnswer = 0.3,
        RepeatsEvent = 0.1,
        Shuffles = 0.3,
        SplitsBatch = 0.4,
        ClockLags = 0.1,
        ClockCreeps = 0.3,
    };

    internal bool Happens(double probability) => probability > 0 && random.NextDouble() < probability;

    internal int Any(int count) => count <= 1 ? 0 : random.Next(count);

    internal TimeSpan UpTo(TimeSpan most) => TimeSpan.FromMilliseconds(random.Next((int)most.TotalMilliseconds + 1));
}
