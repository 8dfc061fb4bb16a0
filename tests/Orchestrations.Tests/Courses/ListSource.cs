using TaskOrchestration.Orchestrations.Courses;

namespace TaskOrchestration.Orchestrations.Tests.Courses;

/// <summary>One execution.</summary>
internal sealed class ListSource(ListLog log) : IFactSource
{
    public ValueTask<IFactLog?> FindAsync(string executionArn, CancellationToken cancellationToken = default) => ValueTask.FromResult<IFactLog?>(log);
}
