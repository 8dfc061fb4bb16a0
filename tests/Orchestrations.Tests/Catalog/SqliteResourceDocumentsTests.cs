using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Orchestrations.Tests.Journals;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class SqliteResourceDocumentsTests : ResourceDocumentsContract, IDisposable
{
    private readonly TemporarySqliteFile file = new();

    public SqliteResourceDocumentsTests() => Documents = new SqliteResourceDocuments(file.File);

    protected override IResourceDocuments Documents { get; }

    [Fact]
    public async Task Keeps_everything_when_the_file_is_opened_again()
    {
        await Keeps_a_document_of_a_kind_for_each_resource();
        var kept = await Documents.FindAsync("tags", "arn:aws:states:us-east-1:123456789012:stateMachine:orders");

        file.Reopen();

        Assert.Equal(kept, await new SqliteResourceDocuments(file.File).FindAsync("tags", "arn:aws:states:us-east-1:123456789012:stateMachine:orders"));
    }

    public void Dispose() => file.Dispose();
}
