using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Journals;

public sealed class SqliteJournalTests : JournalContract, IDisposable
{
    private const string WithoutMapRuns = """
        DROP INDEX executions_by_map_run; DROP TABLE map_run_numbers; DROP TABLE map_run_children; DROP TABLE map_runs;
        ALTER TABLE executions DROP COLUMN parent; ALTER TABLE executions DROP COLUMN items;
        """;

    private const string WithoutActivities = "DROP TABLE activities;";

    private const string WithoutVersions = """
        DROP INDEX executions_by_version; DROP INDEX executions_by_alias; DROP TABLE resource_documents;
        ALTER TABLE executions DROP COLUMN version; ALTER TABLE executions DROP COLUMN alias;
        """;

    private readonly TemporarySqliteFile file = new();

    public SqliteJournalTests() => Journal = new SqliteJournal(file.File);

    protected override IJournal Journal { get; }

    [Fact]
    public void Keeps_everything_when_it_is_opened_again()
    {
        Commit(new JournalGroup { Started = { Started(5, "a") }, Rows = { new(5, 0, Birth("a")) } });

        using var reopened = new SqliteJournal(file.Reopen());

        Assert.Equal([Started(5, "a")], reopened.ReadOpen());
        Assert.Equal([Birth("a")], reopened.ReadFacts(5));
        Assert.Equal(5, reopened.LastKey);
    }

    [Fact]
    public void Keeps_a_group_that_another_connection_reads_as_soon_as_it_is_committed()
    {
        Commit(Started(1, "a"));

        using var other = new SqliteFile(file.Path);
        using var journal = new SqliteJournal(other);

        Assert.Equal([Started(1, "a")], journal.ReadOpen());
    }

    [Fact]
    public void Brings_a_file_of_the_first_version_up_to_date()
    {
        Commit(Started(1, "a"));
        file.File.Writer.Execute(
            $"{WithoutActivities} {WithoutVersions} {WithoutMapRuns} ALTER TABLE executions DROP COLUMN redrives; ALTER TABLE executions DROP COLUMN redriven; ALTER TABLE executions DROP COLUMN events; PRAGMA user_version=1");

        using var journal = new SqliteJournal(file.Reopen());
        journal.Commit(new JournalGroup { Redriven = { new(1, RedriveCount: 1, RedriveDate: Noon) } });

        Assert.Equal([Started(1, "a") with { RedriveCount = 1, RedriveDate = Noon }], journal.ReadOpen());
    }

    [Fact]
    public void Brings_a_file_of_the_second_version_up_to_date()
    {
        Commit(Started(1, "a"));
        file.File.Writer.Execute($"{WithoutActivities} {WithoutVersions} {WithoutMapRuns} PRAGMA user_version=2");

        using var journal = new SqliteJournal(file.Reopen());
        journal.Commit(new JournalGroup { Started = { Child(2, "b") } });

        Assert.Equal([Started(1, "a"), Child(2, "b")], journal.ReadOpen());
    }

    [Fact]
    public async Task Brings_a_file_of_the_third_version_up_to_date()
    {
        Commit(Started(1, "a"));
        file.File.Writer.Execute($"{WithoutActivities} {WithoutVersions} ALTER TABLE map_run_children DROP COLUMN obstacle; PRAGMA user_version=3");

        using var journal = new SqliteJournal(file.Reopen());

        Assert.Equal([Started(1, "a")], journal.ReadOpen());
        Assert.Empty(await new SqliteMapRunStore(file.File).ListRunningAsync());
    }

    [Fact]
    public async Task Brings_a_file_of_the_fourth_version_up_to_date()
    {
        Commit(Started(1, "a"));
        file.File.Writer.Execute($"{WithoutActivities} {WithoutVersions} PRAGMA user_version=4");

        using var journal = new SqliteJournal(file.Reopen());
        var byAlias = Started(2, "b") with { Version = 3, Alias = "PROD" };
        journal.Commit(new JournalGroup { Started = { byAlias } });

        Assert.Equal([Started(1, "a"), byAlias], journal.ReadOpen());
        Assert.True(await new SqliteResourceDocuments(file.File).TryPutAsync(new ResourceDocument("tags", Machine, JsonObject.Empty)));
    }

    [Fact]
    public async Task Brings_a_file_of_the_fifth_version_up_to_date()
    {
        Commit(Started(1, "a"));
        file.File.Writer.Execute($"{WithoutActivities} PRAGMA user_version=5");

        using var journal = new SqliteJournal(file.Reopen());

        Assert.Equal([Started(1, "a")], journal.ReadOpen());
        Assert.Equal(0, await new SqliteActivityStore(file.File).CountAsync());
    }

    [Fact]
    public void Turns_a_file_of_another_release_away()
    {
        file.File.Writer.Execute("PRAGMA user_version=99");

        var refused = Assert.Throws<JournalException>(() => new SqliteFile(file.Path));

        Assert.Contains("version 99", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_file_is_not_a_database()
    {
        var path = file.Path + ".other";
        File.WriteAllText(path, "Something else altogether, and long enough to be no database.");

        var refused = Assert.Throws<JournalException>(() => new SqliteFile(path));

        Assert.StartsWith($"{path}: file is not a database", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Journal.Dispose();
        file.Dispose();
    }
}
