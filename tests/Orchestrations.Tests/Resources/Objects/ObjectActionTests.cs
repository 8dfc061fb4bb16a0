using System.Text.RegularExpressions;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Resources.Services;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Objects;

public sealed class ObjectActionTests : IAsyncDisposable
{
    private readonly ServiceWorld world = new(add: null, ("Services:CreateOnFirstUse", "false"), ("Buckets:0", "bucket"));

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("false", "false")]
    [InlineData("""{"a":1.0}""", """{"a":1.0}""")]
    public async Task Puts_a_body_and_gets_it_back_as_a_text(string body, string text)
    {
        var put = await world.ResultAsync("aws-sdk:s3:putObject", $$"""{"Bucket":"bucket","Key":"a/b","Body":{{body}}}""");
        var got = await world.ResultAsync("aws-sdk:s3:getObject", """{"Bucket":"bucket","Key":"a/b"}""");

        Assert.Matches("""^\{"ChecksumCRC32":"[^"]{8}","ChecksumType":"FULL_OBJECT","ETag":"\\"[0-9a-f]{32}\\"","ServerSideEncryption":"AES256"\}$""", put);
        Assert.Contains($"\"ContentLength\":{text.Length},\"ContentType\":\"text/plain; charset=UTF-8\"", got, StringComparison.Ordinal);
        Assert.EndsWith($"\"Body\":{TaskOrchestration.StatesLanguage.Values.Json.Of(text)}}}", got, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gets_a_part()
    {
        await world.ResultAsync("aws-sdk:s3:putObject", """{"Bucket":"bucket","Key":"k","Body":"0123456789"}""");

        Assert.Contains("\"ContentLength\":3,\"ContentRange\":\"bytes 2-4/10\"", await world.ResultAsync("aws-sdk:s3:getObject", """{"Bucket":"bucket","Key":"k","Range":"bytes=2-4"}"""), StringComparison.Ordinal);
        Assert.EndsWith("\"Body\":\"89\"}", await world.ResultAsync("aws-sdk:s3:getObject", """{"Bucket":"bucket","Key":"k","Range":"bytes=-2"}"""), StringComparison.Ordinal);
        Assert.Equal("S3.S3Exception", (await world.FailureAsync("aws-sdk:s3:getObject", """{"Bucket":"bucket","Key":"k","Range":"bytes=10-"}""")).Error);
    }

    [Fact]
    public async Task Writes_one_version_for_an_attempt_that_is_made_again()
    {
        const string parameters = """{"Bucket":"bucket","Key":"k","Body":"x"}""";

        await world.AskAsync("aws-sdk:s3:putObject", parameters, attempt: 3);
        await world.AskAsync("aws-sdk:s3:putObject", parameters, attempt: 3);
        await world.AskAsync("aws-sdk:s3:putObject", parameters, attempt: 4);

        Assert.Equal(2, (await world.Get<IBlobStore>().VersionsAsync("bucket/k")).Count);
    }

    [Fact]
    public async Task Lists_copies_and_deletes()
    {
        foreach (var key in new[] { "b/2", "a", "b/1", "c" })
        {
            await world.ResultAsync("aws-sdk:s3:putObject", $$"""{"Bucket":"bucket","Key":"{{key}}","Body":"{{key}}"}""");
        }

        var first = await world.ResultAsync("aws-sdk:s3:listObjectsV2", """{"Bucket":"bucket","Delimiter":"/","MaxKeys":2}""");
        var token = Regex.Match(first, "\"NextContinuationToken\":\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        var next = await world.ResultAsync("aws-sdk:s3:listObjectsV2", $$"""{"Bucket":"bucket","Delimiter":"/","ContinuationToken":"{{token}}"}""");
        await world.ResultAsync("aws-sdk:s3:copyObject", """{"Bucket":"bucket","Key":"copy","CopySource":"bucket/b%2F1"}""");
        await world.ResultAsync("aws-sdk:s3:deleteObjects", """{"Bucket":"bucket","Delete":{"Objects":[{"Key":"a"},{"Key":"none"}]}}""");
        await world.ResultAsync("aws-sdk:s3:deleteObject", """{"Bucket":"bucket","Key":"c"}""");

        Assert.StartsWith("""{"CommonPrefixes":[{"Prefix":"b/"}],"Contents":[{"ETag":"\"0cc175b9c0f1b6a831c399e269772661\"","Key":"a",""", first, StringComparison.Ordinal);
        Assert.Contains("\"IsTruncated\":true,\"KeyCount\":2", first, StringComparison.Ordinal);
        Assert.Contains("\"Key\":\"c\"", next, StringComparison.Ordinal);
        Assert.Equal(["bucket/b/1", "bucket/b/2", "bucket/copy"], (await world.Get<IBlobStore>().ListAsync("bucket")).Select(blob => blob.Path));
    }

    [Theory]
    [InlineData("getObject", """{"Bucket":"bucket","Key":"none"}""", "NoSuchKeyException", "The specified key does not exist. (Service: S3, Status Code: 404")]
    [InlineData("getObject", """{"Bucket":"no-bucket","Key":"k"}""", "NoSuchBucketException", "The specified bucket does not exist (Service: S3, Status Code: 404")]
    [InlineData("headObject", """{"Bucket":"bucket","Key":"none"}""", "NoSuchKeyException", "null (Service: S3, Status Code: 404")]
    [InlineData("putObject", """{"Bucket":"bucket","Key":"a//b"}""", "S3Exception", "A key is a path here, segments of 1 to 255 characters separated by single slashes. In a path: Expected a name of 1 to 255 characters, found none. (Service: S3, Status Code: 400")]
    [InlineData("putObject", """{"Bucket":"bucket","Key":"k","Metadata":{"a":"b"}}""", "S3Exception", "Metadata has no effect on the objects here: leave it out (Service: S3, Status Code: 501")]
    public async Task Refuses_in_the_words_of_the_service(string action, string parameters, string type, string cause) => Assert.Equal(
        ($"S3.{type}", $"{cause}, Request ID: *, Extended Request ID: *) (SDK Attempt Count: 1)"), await world.FailureAsync($"aws-sdk:s3:{action}", parameters));

    [Theory]
    [InlineData("getObject", "tasks", ""","Key":"task-1/attachments/a.txt" """)]
    [InlineData("headObject", "exports", ""","Key":"e.csv" """)]
    [InlineData("putObject", "reports", ""","Key":"r.json","Body":"forged" """)]
    [InlineData("deleteObject", "logs", ""","Key":"l.jsonl" """)]
    [InlineData("deleteObjects", "tasks", ""","Delete":{"Objects":[{"Key":"a"}]} """)]
    [InlineData("listObjectsV2", "arn:aws:s3:::tasks", "")]
    [InlineData("copyObject", "bucket", ""","Key":"k","CopySource":"tasks/task-1/attachments/a.txt" """)]
    [InlineData("copyObject", "exports", ""","Key":"k","CopySource":"bucket/a" """)]
    public async Task Does_not_let_workflows_reach_what_is_the_servers_own(string action, string bucket, string more)
    {
        await world.Get<IBlobStore>().WriteAsync("bucket/a", new MemoryStream([1]), new BlobDraft("text/plain", "test"));
        var own = await world.Get<IBlobStore>().WriteAsync("tasks/task-1/attachments/a.txt", new MemoryStream([1]), new BlobDraft("text/plain", "ada"));

        var (error, cause) = await world.FailureAsync($"aws-sdk:s3:{action}", $$"""{"Bucket":"{{bucket}}"{{more}}}""");

        Assert.Equal("S3.S3Exception", error);
        Assert.Matches("^Access Denied: the bucket '(tasks|exports|reports|logs)' is the server's own \\(Service: S3, Status Code: 403", cause);
        Assert.Equal([own], await world.Get<IBlobStore>().ListAsync("tasks"));
        Assert.Empty(await world.Get<IBlobStore>().ListAsync("exports"));
    }

    [Fact]
    public async Task Does_not_read_what_no_result_can_hold()
    {
        await world.Get<IBlobStore>().WriteAsync("bucket/large", new MemoryStream(new byte[300_000]), new BlobDraft("text/plain", "test"));

        var failure = Assert.IsType<TaskOutcome.Failed>(await world.AskAsync("aws-sdk:s3:getObject", """{"Bucket":"bucket","Key":"large"}""")).Failure;

        Assert.Equal("States.DataLimitExceeded", failure.Error);
    }
}
