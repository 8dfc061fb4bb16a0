using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Tasks;

public sealed class AttachmentTests : RestTest
{
    private static readonly byte[] Content = Encoding.ASCII.GetBytes("0123456789");

    [Fact]
    public async Task A_file_comes_back_as_it_was_sent_with_its_digest_and_never_runs_in_a_browser()
    {
        var at = await FolderAsync();
        var put = await Client.PutAsync($"{at}/M%C3%A4rz%20(1).txt", Content, "text/plain; charset=utf-8", RestClient.Owner, ("Content-Digest", Digest(Content)));
        var got = await Client.GetAsync(put.Header("Location")!, RestClient.Owner);

        Assert.Equal((201, "März (1).txt", "ada"), (put.Status, put.Member("name"), put.Member("by")));
        Assert.Equal((200, "0123456789", "text/plain; charset=utf-8"), (got.Status, got.Text, got.ContentType));
        Assert.Equal((Digest(Content), $"\"{Convert.ToHexStringLower(SHA256.HashData(Content))}\"", "nosniff"), (got.Header("Content-Digest"), got.Header("ETag"), got.Header("X-Content-Type-Options")));
        Assert.StartsWith("attachment;", got.Header("Content-Disposition"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes=2-4", 206, "234", "bytes 2-4/10")]
    [InlineData("bytes=-3", 206, "789", "bytes 7-9/10")]
    [InlineData("bytes=8-", 206, "89", "bytes 8-9/10")]
    [InlineData("bytes=0-1,4-5", 200, "0123456789", null)]
    [InlineData("lines=1-2", 200, "0123456789", null)]
    public async Task A_part_is_handed_out_by_itself(string range, int status, string text, string? contentRange)
    {
        var at = $"{await FolderAsync()}/a.txt";
        await Client.PutAsync(at, Content, "text/plain");

        var answer = await Client.GetAsync(at, RestClient.Owner, ("Range", range));

        Assert.Equal((status, text, contentRange), (answer.Status, answer.Text, answer.Header("Content-Range")));
        Assert.Equal((Digest(Content), status == 200), (answer.Header("Repr-Digest"), answer.Header("Content-Digest") is not null));
    }

    [Fact]
    public async Task A_range_after_the_end_is_told_how_long_the_file_is()
    {
        var at = $"{await FolderAsync()}/a.txt";
        await Client.PutAsync(at, Content, "text/plain");

        var answer = await Client.GetAsync(at, RestClient.Owner, ("Range", "bytes=10-"));

        Assert.Equal((416, "range-not-satisfiable", "bytes */10"), (answer.Status, answer.Code, answer.Header("Content-Range")));
    }

    [Fact]
    public async Task Every_write_makes_a_version_and_earlier_ones_can_be_read()
    {
        var at = $"{await FolderAsync()}/a.txt";
        var first = await Client.PutAsync(at, Content, "text/plain");
        var second = await Client.PutAsync(at, [1, 2], "application/octet-stream");

        var versions = await Client.GetAsync($"{at}/versions");
        var old = await Client.GetAsync($"{at}?version={first.Member("version")}");

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal([second.Member("version"), first.Member("version")], ((JsonArray)versions.Object["items"]!).Select(item => ((JsonString)((JsonObject)item)["version"]!).Value));
        Assert.Equal("0123456789", old.Text);
    }

    [Fact]
    public async Task Content_with_another_digest_is_not_kept()
    {
        var at = $"{await FolderAsync()}/a.txt";

        var answer = await Client.PutAsync(at, Content, "text/plain", RestClient.Owner, ("Content-Digest", Digest([1])));

        Assert.Equal((400, "digest-mismatch"), (answer.Status, answer.Code));
        Assert.Equal(404, (await Client.GetAsync(at)).Status);
    }

    [Fact]
    public async Task Of_many_that_want_to_be_the_first_one_is()
    {
        var at = $"{await FolderAsync()}/a.txt";

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Client.PutAsync(at, [(byte)i], "text/plain", RestClient.Owner, ("If-None-Match", "*"))));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal(19, answers.Count(answer => answer.Code == "precondition-failed"));
    }

    [Fact]
    public async Task A_version_that_is_no_longer_the_latest_is_not_written_over()
    {
        var at = $"{await FolderAsync()}/a.txt";
        var first = await Client.PutAsync(at, Content, "text/plain");

        var second = await Client.PutAsync(at, [1], "text/plain", RestClient.Owner, ("If-Match", first.Header("ETag")!));
        var third = await Client.PutAsync(at, [2], "text/plain", RestClient.Owner, ("If-Match", first.Header("ETag")!));

        Assert.Equal((200, 412), (second.Status, third.Status));
    }

    [Theory]
    [InlineData("..%2Fsecret")]
    [InlineData(".hidden")]
    [InlineData("a%5Cb")]
    [InlineData("a%0Ab")]
    [InlineData("ends.")]
    public async Task A_name_in_which_a_path_could_hide_is_refused(string name)
    {
        var answer = await Client.PutAsync($"{await FolderAsync()}/{name}", Content, "text/plain");

        Assert.Equal((400, "name"), (answer.Status, answer.Pointers.Single()));
        Assert.Contains(
            "Expected a file name with none of / \\ : * ? \" < > | % and no control character in it, that neither begins nor ends with a dot or a blank, found",
            answer.Member("detail"),
            StringComparison.Ordinal);
        Assert.Empty(await Server.Blobs.ListAsync(""));
    }

    private async Task<string> FolderAsync() => $"{(await Client.PostAsync("/api/v1/orders", TaskSubmissions.Order("ada"))).Header("Location")}/attachments";

    private static string Digest(byte[] content) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(content))}:";
}
