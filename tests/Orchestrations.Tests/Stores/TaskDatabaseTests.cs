using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Support;
using Answer = TaskOrchestration.Domain.Ports.Answer;

namespace TaskOrchestration.Orchestrations.Tests.Stores;

public sealed class TaskDatabaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Keeps_what_was_saved_when_it_is_opened_again()
    {
        using (var database = TaskDatabase.Open(folder.Path))
        {
            await new SqliteOrderStore(database).TrySaveAsync(Samples.FullOrder("a"));
            await new SqliteLedger(database).PostAsync(Samples.Entry("t", LedgerEntryKind.Charge, "charge", 10));
        }

        using var again = TaskDatabase.Open(folder.Path);

        Assert.Equal(Samples.FullOrder("a") with { Version = 1 }, await new SqliteOrderStore(again).FindAsync("a"));
        Assert.Equal(Samples.Entry("t", LedgerEntryKind.Charge, "charge", 10), await new SqliteLedger(again).FindAsync("t"));
    }

    [Fact]
    public async Task Waits_for_the_disk_before_a_call_returns()
    {
        using var database = TaskDatabase.Open(folder.Path);

        var settings = await database.ReadAsync(
            connection => (Journal: Pragma(connection, "journal_mode"), Synchronous: Pragma(connection, "synchronous")), CancellationToken.None);

        Assert.Equal(("wal", "2"), settings);
    }

    [Fact]
    public async Task Keeps_nothing_of_a_call_that_fails_half_way()
    {
        using var database = TaskDatabase.Open(folder.Path);

        await Assert.ThrowsAsync<TimeoutException>(async () => await database.WriteAsync<int>(
            connection =>
            {
                Assert.Equal(1, Run(connection, "INSERT INTO answers VALUES ('token', 'outcome', NULL, '')"));
                throw new TimeoutException();
            },
            CancellationToken.None));

        Assert.Null(await new SqliteAnswerStore(database).FindAsync("token"));
        Assert.NotNull(await new SqliteOrderStore(database).TrySaveAsync(Samples.BareOrder("a")));
    }

    [Fact]
    public async Task Keeps_the_writes_that_share_a_transaction_with_one_that_fails()
    {
        using var database = TaskDatabase.Open(folder.Path);
        var answers = new SqliteAnswerStore(database);
        using var gate = new ManualResetEventSlim();
        var begun = new TaskCompletionSource();
        var reading = Task.Run(async () => await database.ReadAsync(_ => begun.TrySetResult() && gate.Wait(TimeSpan.FromMinutes(1)), CancellationToken.None));
        await begun.Task;

        var first = answers.KeepAsync(AnswerOf("first")).AsTask();
        var failing = database.WriteAsync<int>(
            connection => throw new TimeoutException(Run(connection, "INSERT INTO answers VALUES ('second', 'x', NULL, '')").ToString()),
            CancellationToken.None).AsTask();
        var third = answers.KeepAsync(AnswerOf("third")).AsTask();
        gate.Set();

        await Task.WhenAll(reading, first, third);
        await Assert.ThrowsAsync<TimeoutException>(() => failing);
        Assert.Equal(AnswerOf("first"), await answers.FindAsync("first"));
        Assert.Null(await answers.FindAsync("second"));
        Assert.Equal(AnswerOf("third"), await answers.FindAsync("third"));
    }

    [Fact]
    public async Task Does_not_carry_out_a_write_that_was_called_off_while_it_waited()
    {
        using var database = TaskDatabase.Open(folder.Path);
        var answers = new SqliteAnswerStore(database);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await answers.KeepAsync(AnswerOf("called off"), new CancellationToken(canceled: true)));
        await answers.KeepAsync(AnswerOf("next"));

        Assert.Null(await answers.FindAsync("called off"));
    }

    [Fact]
    public async Task Says_that_a_write_may_be_repeated_when_the_disk_is_full()
    {
        using var database = TaskDatabase.Open(folder.Path);
        var answers = new SqliteAnswerStore(database);
        await database.ReadAsync(connection => Run(connection, $"PRAGMA max_page_count = {Pragma(connection, "page_count")}"), CancellationToken.None);
        var tooMuch = AnswerOf("big") with { Detail = new string('x', 100_000) };

        await Assert.ThrowsAsync<TransientFailureException>(async () => await answers.KeepAsync(tooMuch));

        await database.ReadAsync(connection => Run(connection, "PRAGMA max_page_count = 100000"), CancellationToken.None);
        Assert.Equal(tooMuch, await answers.KeepAsync(tooMuch));
    }

    [Fact]
    public async Task Answers_queries_while_somebody_writes_with_what_was_written_before()
    {
        using var database = TaskDatabase.Open(folder.Path);
        var answers = new SqliteAnswerStore(database);
        await answers.KeepAsync(AnswerOf("before"));
        using var isWriting = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        var writing = Task.Run(async () => await database.WriteAsync(
            connection =>
            {
                Run(connection, "INSERT INTO answers VALUES ('during', 'outcome', NULL, '')");
                isWriting.Set();
                mayEnd.Wait();
                return 0;
            },
            CancellationToken.None));
        isWriting.Wait();

        Assert.Equal(["before"], await TokensAsync(database));
        mayEnd.Set();
        await writing;
        Assert.Equal(["before", "during"], await TokensAsync(database));
    }

    [Fact]
    public async Task Lets_no_query_write()
    {
        using var database = TaskDatabase.Open(folder.Path);

        await Assert.ThrowsAsync<TransientFailureException>(async () => await database.QueryAsync(
            connection => Run(connection, "INSERT INTO answers VALUES ('token', 'outcome', NULL, '')"), CancellationToken.None));

        Assert.Empty(await TokensAsync(database));
    }

    [Fact]
    public void Refuses_a_file_of_a_newer_version()
    {
        TaskDatabase.Open(folder.Path).Dispose();
        var file = Path.Combine(folder.Path, TaskDatabase.FileName);
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA user_version = 99");
        }

        var refusal = Assert.Throws<InvalidDataException>(() => TaskDatabase.Open(folder.Path));

        Assert.Equal(
            $"{file}: expected a schema of version 5 or older, found version 99. A newer version of this program has written it.",
            refusal.Message);
    }

    [Fact]
    public void Says_which_file_is_not_a_database()
    {
        var file = Path.Combine(folder.Path, TaskDatabase.FileName);
        File.WriteAllText(file, "Something else altogether, and long enough to be no database.");

        var refusal = Assert.Throws<InvalidDataException>(() => TaskDatabase.Open(folder.Path));

        Assert.Equal($"{file}: SQLite Error 26: 'file is not a database'.", refusal.Message);
    }

    private static ValueTask<List<string>> TokensAsync(TaskDatabase database) => database.QueryAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT token FROM answers ORDER BY token";
            using var rows = command.ExecuteReader();
            return rows.Cast<System.Data.Common.DbDataRecord>().Select(row => row.GetString(0)).ToList();
        },
        CancellationToken.None);

    private static Answer AnswerOf(string token) => new(token, "outcome", Detail: null, Samples.Now);

    private static string? Pragma(SqliteConnection connection, string name)
    {
        using var command = new SqliteCommand($"PRAGMA {name}", connection);
        return command.ExecuteScalar()?.ToString();
    }

    private static int Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
