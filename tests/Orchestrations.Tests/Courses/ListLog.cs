using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Tests.Courses;

/// <summary>Facts in a list, which a test may add to and change, as those on record may change.</summary>
internal sealed class ListLog(StateMachine machine, IEnumerable<Fact> facts) : IFactLog
{
    private readonly List<Fact> facts = [.. facts];
    private int? rewoundTo;

    public string ExecutionArn => "arn:aws:states:us-east-1:123456789012:execution:Machine:run-1";

    public string Identity => "1";

    public StateMachine Machine => machine;

    public ExecutionStatus Status => ExecutionStatus.Running;

    public int RedriveCount => 0;

    /// <summary>How many facts were read so far, those read twice counted twice.</summary>
    public int Read { get; private set; }

    /// <summary>More has happened.</summary>
    public void Add(IEnumerable<Fact> more) => facts.AddRange(more);

    /// <summary>From a place on, other facts happened than was said.</summary>
    public void Replace(int place, IEnumerable<Fact> others)
    {
        facts.RemoveRange(place, facts.Count - place);
        facts.AddRange(others);
        rewoundTo = place;
    }

    public ValueTask<FactsRead> ReadAsync(int from, int limit, CancellationToken cancellationToken = default)
    {
        if (rewoundTo is { } place)
        {
            rewoundTo = null;
            return ValueTask.FromResult(new FactsRead([]) { RewoundTo = place });
        }

        FactsRead read = new([.. facts.Skip(from).Take(limit)]);
        Read += read.Facts.Count;
        return ValueTask.FromResult(read);
    }

    public IFactWatch Watch() => new Silence();

    private sealed class Silence : IFactWatch
    {
        public async ValueTask NextAsync(bool foundSome, CancellationToken cancellationToken = default) => await Task.Delay(Timeout.Infinite, cancellationToken);

        public void Dispose()
        {
        }
    }
}
