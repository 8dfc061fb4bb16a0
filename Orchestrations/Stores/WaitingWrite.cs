using Microsoft.Data.Sqlite;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>A write that waits to be part of a transaction.</summary>
internal abstract class WaitingWrite
{
    /// <summary>Whether it has been carried out or has failed; then the one who asked for it need not see to it any more.</summary>
    public bool IsSettled { get; protected set; }

    /// <summary>Nobody waits for it any more.</summary>
    public bool IsCalledOff { get; private set; }

    public void CallOff() => IsCalledOff = true;

    /// <summary>Carries it out inside the transaction, or undoes what it has done of it and notes why.</summary>
    /// <exception cref="SqliteException">The transaction as a whole is lost.</exception>
    public abstract void CarryOut(SqliteConnection connection);

    /// <summary>The transaction is on disk.</summary>
    public void Settle() => IsSettled = true;

    /// <summary>The transaction was lost.</summary>
    public abstract void Fail(Exception why);
}
