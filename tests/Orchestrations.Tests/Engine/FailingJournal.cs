using TaskOrchestration.Orchestrations.Journals;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>A journal whose disk is full from some commit on.</summary>
internal sealed class FailingJournal(int failAt, IJournal? inner = null) : JournalDecorator(inner ?? new MemoryJournal())
{
    private int commits;

    public override void Commit(JournalGroup group)
    {
        if (++commits >= failAt)
        {
            throw new JournalException("database or disk is full");
        }

        base.Commit(group);
    }
}
