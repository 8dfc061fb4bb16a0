using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>A write that waits to be part of a transaction, and what it answers.</summary>
internal sealed class WaitingWrite<T>(Func<SqliteConnection, T> write) : WaitingWrite
{
    private T? result;
    private Exception? failure;

    public override void CarryOut(SqliteConnection connection)
    {
        connection.Run("SAVEPOINT one_write");
        try
        {
            result = write(connection);
        }
        catch (Exception e) when (e is not SqliteException lost || !TaskDatabase.IsPassing(lost))
        {
            failure = e;
            connection.Run("ROLLBACK TO one_write");
        }

        connection.Run("RELEASE one_write");
    }

    /// <summary>What the write answered; what it threw is thrown.</summary>
    public T Result()
    {
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return result!;
    }

    public override void Fail(Exception why)
    {
        failure = why;
        IsSettled = true;
    }
}
