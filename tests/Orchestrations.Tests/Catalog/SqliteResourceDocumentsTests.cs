using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class SqliteResourceDocumentsTests : ResourceDocumentsContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private SqliteFile file;

    public SqliteResourceDocumentsTests()
    {
        file = new SqliteFile(FilePath);
        Documents = new SqliteResourceDocuments(file);
    }

    protected override IResourceDocuments Documents { get; }

    private string FilePath => Path.Combine(folder.Path, "documents.db");

    [Fact]
    public async Task Keeps_everything_when_the_file_is_opened_again()
    {
        await Keeps_a_document_of_a_kind_for_each_resource();
        var kept = await Documents.FindAsync("tags", "arn:aws:states:us-east-1:123456789012:stateMachine:orders");
        file.Dispose();

        file = new SqliteFile(FilePath);

        Assert.Equal(kept, await new SqliteResourceDocuments(file).FindAsync("tags", "arn:aws:states:us-east-1:123456789012:stateMachine:orders"));
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
