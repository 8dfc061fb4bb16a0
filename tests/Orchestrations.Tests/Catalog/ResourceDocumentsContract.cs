using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

/// <summary>What every store of documents about resources does.</summary>
public abstract class ResourceDocumentsContract
{
    private const string Arn = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";

    protected abstract IResourceDocuments Documents { get; }

    [Fact]
    public async Task Knows_nothing_at_first()
    {
        Assert.Null(await Documents.FindAsync("tags", Arn));

        await Documents.DeleteAsync("tags", Arn);
    }

    [Fact]
    public async Task Keeps_a_document_of_a_kind_for_each_resource()
    {
        Assert.True(await Documents.TryPutAsync(Document("one")));
        Assert.True(await Documents.TryPutAsync(Document("other", kind: "versions")));
        Assert.True(await Documents.TryPutAsync(Document("third", arn: Arn + "2")));

        Assert.Equal(Document("one"), Unedited(await Documents.FindAsync("tags", Arn)));
        Assert.Equal(Document("other", kind: "versions"), Unedited(await Documents.FindAsync("versions", Arn)));
        Assert.Equal(Document("third", arn: Arn + "2"), Unedited(await Documents.FindAsync("tags", Arn + "2")));
    }

    [Fact]
    public async Task Takes_a_new_one_only_where_there_is_none()
    {
        await Documents.TryPutAsync(Document("one"));

        Assert.False(await Documents.TryPutAsync(Document("two")));

        Assert.Equal(Document("one"), Unedited(await Documents.FindAsync("tags", Arn)));
    }

    [Fact]
    public async Task Replaces_the_edition_that_was_read_and_no_other()
    {
        await Documents.TryPutAsync(Document("one"));
        var first = (await Documents.FindAsync("tags", Arn))!;

        Assert.True(await Documents.TryPutAsync(first with { Content = Json.Of("two") }));
        Assert.False(await Documents.TryPutAsync(first with { Content = Json.Of("three") }));

        Assert.Equal(Document("two"), Unedited(await Documents.FindAsync("tags", Arn)));
    }

    [Fact]
    public async Task One_that_was_forgotten_and_begun_anew_has_another_edition()
    {
        await Documents.TryPutAsync(Document("one"));
        var first = (await Documents.FindAsync("tags", Arn))!;
        await Documents.DeleteAsync("tags", Arn);

        Assert.False(await Documents.TryPutAsync(first));
        Assert.True(await Documents.TryPutAsync(Document("two")));
        Assert.False(await Documents.TryPutAsync(first));

        Assert.Equal(Document("two"), Unedited(await Documents.FindAsync("tags", Arn)));
    }

    [Fact]
    public async Task Of_many_who_change_one_none_takes_back_what_another_did()
    {
        await Documents.TryPutAsync(Document("") with { Content = Json.Of(0) });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var found = (await Documents.FindAsync("tags", Arn))!;
                ((JsonNumber)found.Content).TryGetInteger(out var count);
                if (await Documents.TryPutAsync(found with { Content = Json.Of(count + 1) }))
                {
                    return;
                }
            }
        })));

        Assert.Equal(Json.Of(8), (await Documents.FindAsync("tags", Arn))!.Content);
    }

    [Fact]
    public async Task Keeps_large_ones()
    {
        var content = JsonArray.Of(Enumerable.Range(0, 1_000).Select(i => Json.Of(new string((char)('\u4e00' + i), 256))));

        Assert.True(await Documents.TryPutAsync(Document("") with { Content = content }));

        Assert.Equal(content, (await Documents.FindAsync("tags", Arn))!.Content);
    }

    private static ResourceDocument Document(string content, string kind = "tags", string arn = Arn) => new(kind, arn, Json.Of(content));

    private static ResourceDocument? Unedited(ResourceDocument? document) => document is null ? null : document with { Edition = null };
}
