using SQLitePCL;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle, string sql) : IDisposable
{
    public Statement Bind(int parameter, long value)
    {
        raw.sqlite3_bind_int64(handle, parameter, value);
        return this;
    }

    public Statement Bind(int parameter, long? value) => value is { } number ? Bind(parameter, number) : BindNull(parameter);

    public Statement Bind(int parameter, string? value)
    {
        if (value is null)
        {
            return BindNull(parameter);
        }

        raw.sqlite3_bind_text(handle, parameter, value);
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        raw.sqlite3_bind_blob(handle, parameter, value);
        return this;
    }

    public Statement Bind(int parameter, Json? value) => value is null ? BindNull(parameter) : Bind(parameter, value.ToUtf8());

    public Statement Bind(int parameter, DateTimeOffset? value) => Bind(parameter, value?.ToUnixTimeMilliseconds());

    /// <summary>Runs a statement that answers no rows.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(handle);
        if (code is not raw.SQLITE_DONE)
        {
            var failure = database.Failure(sql);
            raw.sqlite3_reset(handle);
            throw failure;
        }

        raw.sqlite3_reset(handle);
    }

    /// <summary>Goes to the next row. After the last one the statement is ready to be bound again.</summary>
    public bool Read()
    {
        switch (raw.sqlite3_step(handle))
        {
            case raw.SQLITE_ROW:
                return true;
            case raw.SQLITE_DONE:
                raw.sqlite3_reset(handle);
                return false;
            default:
                var failure = database.Failure(sql);
                raw.sqlite3_reset(handle);
                throw failure;
        }
    }

    /// <summary>Makes the statement ready to be bound again before its last row was read.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public string? OptionalText(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The bytes of a column, good until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public Json? OptionalJson(int column) => IsNull(column) ? null : Json.Parse(Bytes(column));

    public DateTimeOffset Moment(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));

    public DateTimeOffset? OptionalMoment(int column) => IsNull(column) ? null : Moment(column);

    public void Dispose()
    {
        handle.Dispose();
        database.Forget(this);
    }

    private Statement BindNull(int parameter)
    {
        raw.sqlite3_bind_null(handle, parameter);
        return this;
    }
}
