using System.IO.Compression;
using System.Text;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.MapRuns.Reading;
using TaskOrchestration.Orchestrations.Tests.Blobs;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.MapRuns;

public sealed class ItemReadersTests
{
    private readonly InMemoryBlobStore blobs = new(new ManualTimeProvider(new DateTimeOffset(2026, 9, 12, 1, 37, 2, TimeSpan.Zero)));

    [Theory]
    [InlineData("""[1, "two", {"three": 3.0}, [4], null, true]""", """[1,"two",{"three":3.0},[4],null,true]""")]
    [InlineData("[]", "[]")]
    [InlineData("\uFEFF [ 1 ] ", "[1]")]
    public async Task Reads_the_items_of_a_JSON_array(string file, string items) => Assert.Equal(items, await ReadAsync(file, ReaderInputType.Json));

    [Theory]
    [InlineData("/data/rows", """{"skipped":[{"rows":[9]}],"data":{"count":2,"rows":[1,2],"more":[3]}}""", "[1,2]")]
    [InlineData("/1/0", """[[7],[[1,2],3]]""", "[1,2]")]
    [InlineData("/a~1b/c~0d", """{"a":0,"a/b":{"c~d":[1]}}""", "[1]")]
    [InlineData("", "[1]", "[1]")]
    public async Task Finds_the_array_that_a_pointer_leads_to(string pointer, string file, string items) =>
        Assert.Equal(items, await ReadAsync(file, new ReaderConfig { InputType = ReaderInputType.Json, ItemsPointer = pointer }));

    [Theory]
    [InlineData("""{"a":1,"b":[2,{"c":3}],"d":{}}""", null)]
    [InlineData("""{"x":[{}],"y":{"a":1,"b":[2,{"c":3}],"d":{}},"z":0}""", "/y")]
    public async Task Takes_the_members_of_a_JSON_object_for_items(string file, string? pointer)
    {
        await WriteAsync("bucket/key", file);

        var items = await new ItemReaders(blobs).ReadAsync(File(new ReaderConfig { InputType = ReaderInputType.Json, ItemsPointer = pointer })).ToListAsync();

        Assert.Equal(
            [
                new MapItem(Json.Of(1), "a", "S3://bucket/key"),
                new MapItem(Json.Parse("""[2,{"c":3}]"""), "b", "S3://bucket/key"),
                new MapItem(JsonObject.Empty, "d", "S3://bucket/key"),
            ],
            items);
    }

    [Fact]
    public async Task Says_of_each_item_where_it_is_from()
    {
        await WriteAsync("bucket/in/a.jsonl", "1");
        await WriteAsync("bucket/in/b.jsonl", "2");
        var loading = new ReaderConfig { InputType = ReaderInputType.Jsonl, Transformation = ReaderTransformation.LoadAndFlatten };

        Assert.Equal(["STATE_DATA"], await SourcesAsync(new ItemSource.Inline(JsonArray.Of(Json.Of(1)))));
        Assert.Equal(["S3://bucket", "S3://bucket"], await SourcesAsync(Listing("in/")));
        Assert.Equal(["S3://bucket/in/a.jsonl", "S3://bucket/in/b.jsonl"], await SourcesAsync(Listing("in/") with { Config = loading }));
    }

    [Theory]
    [InlineData("\"text\"", null, "Attempting to map over non-iterable node.")]
    [InlineData("""{"a":{"b":1}}""", "/a/b", "Attempting to map over non-iterable node.")]
    [InlineData("""{"a":{"b":1}}""", "/a/c", "Expected an array or an object at the ItemsPointer '/a/c', found nothing at 'c'.")]
    [InlineData("[[1],[]]", "/2", "Attempting to map over non-iterable node.")]
    [InlineData("[[1],[]]", "/3/0", "Expected an array or an object at the ItemsPointer '/3/0', found nothing at '3'.")]
    [InlineData("[1]", "a", "Expected an ItemsPointer that begins with '/', found 'a'.")]
    [InlineData("[1,\n 2,]", null, "Expected JSON, found something else at line 2, byte 4.")]
    [InlineData("[1,", null, "Expected JSON, found something else at line 1, byte 3.")]
    [InlineData("", null, "Expected JSON, found something else at line 1, byte 1.")]
    public async Task Says_why_a_JSON_file_has_no_items(string file, string? pointer, string cause) =>
        Assert.Equal(cause, await CauseAsync(file, new ReaderConfig { InputType = ReaderInputType.Json, ItemsPointer = pointer }));

    [Fact]
    public async Task Reads_items_that_are_larger_than_what_is_read_at_once()
    {
        string[] texts = [new('a', 70_000), "b", new('c', 1_000_000), "d"];
        var file = JsonArray.Of(texts.Select(Json.Of)).ToString();

        Assert.Equal(file, await ReadAsync(file, ReaderInputType.Json));
        Assert.Equal(file, await ReadAsync(string.Join("\r\n", texts.Select(text => $"\"{text}\"")), ReaderInputType.Jsonl));
    }

    [Fact]
    public async Task Refuses_an_item_that_would_not_fit_into_memory()
    {
        var huge = $"[\"{new string('a', 20_000_000)}\"]";

        Assert.Equal("Expected items of at most 8388608 bytes, found a larger one.", await CauseAsync(huge, new ReaderConfig { InputType = ReaderInputType.Json }));
        Assert.Equal("Expected lines of at most 8388608 bytes, found a longer one.", await CauseAsync(huge, new ReaderConfig { InputType = ReaderInputType.Jsonl }));
    }

    [Theory]
    [InlineData("{\"a\":1}\n[2]\n\"three\"", """[{"a":1},[2],"three"]""")]
    [InlineData("1\r\n\r\n  \n2\n", "[1,2]")]
    [InlineData("\uFEFF1", "[1]")]
    [InlineData("", "[]")]
    public async Task Reads_a_JSON_value_a_line(string file, string items) => Assert.Equal(items, await ReadAsync(file, ReaderInputType.Jsonl));

    [Fact]
    public async Task Says_which_line_is_no_JSON() => Assert.StartsWith(
        "Expected a JSON value on line 3, found none: ", await CauseAsync("1\n\n{\"a\":", new ReaderConfig { InputType = ReaderInputType.Jsonl }), StringComparison.Ordinal);

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", """[{"a":"1","b":"2"},{"a":"3","b":"4"}]""")]
    [InlineData("a,b\r\n1,2\r\n3,4", """[{"a":"1","b":"2"},{"a":"3","b":"4"}]""")]
    [InlineData("a,b\n1\n1,2,3\n,\n   \n\n", """[{"a":"1","b":""},{"a":"1","b":"2"},{"a":"","b":""},{"a":"   ","b":""}]""")]
    [InlineData("a\n\"1,\n2\"\n\"say \"\"so\"\"\"\n", """[{"a":"1,\n2"},{"a":"say \"so\""}]""")]
    [InlineData("a\n1\\,2\n\\\"3\\\"\nc:\\\\d\n\\n\n\"4\\\"5\"\n", """[{"a":"1,2"},{"a":"\"3\""},{"a":"c:\\d"},{"a":"n"},{"a":"4\"5"}]""")]
    [InlineData("a\nit's \"fine\"\n", """[{"a":"it's \"fine\""}]""")]
    [InlineData("a\n\"\"\n", """[{"a":""}]""")]
    [InlineData("\uFEFFa,b\n", "[]")]
    [InlineData("", "[]")]
    public async Task Reads_the_rows_of_a_CSV_file_with_headers(string file, string items) =>
        Assert.Equal(items, await ReadAsync(file, new ReaderConfig { InputType = ReaderInputType.Csv, CsvHeaderLocation = CsvHeaderLocation.FirstRow }));

    [Fact]
    public async Task Reads_the_rows_of_a_CSV_file_whose_headers_are_given() => Assert.Equal(
        """[{"H1":"Value1","H2":"Value2"},{"H1":"Value3","H2":""}]""",
        await ReadAsync("Value1,Value2,Value\nValue3\n", new ReaderConfig { InputType = ReaderInputType.Csv, CsvHeaderLocation = CsvHeaderLocation.Given, CsvHeaders = ["H1", "H2"] }));

    [Theory]
    [InlineData(CsvDelimiter.Comma, ',')]
    [InlineData(CsvDelimiter.Pipe, '|')]
    [InlineData(CsvDelimiter.Semicolon, ';')]
    [InlineData(CsvDelimiter.Space, ' ')]
    [InlineData(CsvDelimiter.Tab, '\t')]
    public async Task Reads_fields_between_any_delimiter(CsvDelimiter delimiter, char character) => Assert.Equal(
        $$"""[{"a":"1","b":"x{{(character == '\t' ? "\\t" : character)}}y"}]""",
        await ReadAsync($"a{character}b\n1{character}x\\{character}y", new ReaderConfig { InputType = ReaderInputType.Csv, CsvHeaderLocation = CsvHeaderLocation.FirstRow, CsvDelimiter = delimiter }));

    [Theory]
    [InlineData("a,a\n1,2\n", "CSV headers cannot contain duplicates.")]
    [InlineData("a\n1\n\"2\n3\n", "Expected the end of a quoted field in row 3, found the end of the file.")]
    public async Task Says_why_a_CSV_file_cannot_be_read(string file, string cause) =>
        Assert.Equal(cause, await CauseAsync(file, new ReaderConfig { InputType = ReaderInputType.Csv, CsvHeaderLocation = CsvHeaderLocation.FirstRow }));

    [Fact]
    public async Task Reads_every_kind_of_file_however_its_bytes_come()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{number},\"ä\"\"{number}\"\r\n"));
        await using var stream = new DrippingStream(Encoding.UTF8.GetBytes(rows));

        var items = await CsvItems.ReadAsync(stream, CsvDelimiter.Comma, ["n", "t"], CancellationToken.None).ToListAsync();

        Assert.Equal(20_000, items.Count);
        Assert.Equal("""{"n":"19999","t":"ä\"19999"}""", items[^1].Input.ToString());
    }

    [Fact]
    public async Task Reads_no_more_than_it_is_asked_for()
    {
        await WriteAsync("bucket/key", "1\n2\nno JSON");

        Assert.Equal([Json.Of(1), Json.Of(2)], await ItemsAsync(File(new ReaderConfig { InputType = ReaderInputType.Jsonl }) with { MaxItems = 2 }));
    }

    [Fact]
    public async Task Reads_the_rows_of_the_files_that_an_inventory_names()
    {
        await WriteAsync("inventories/first.csv.gz", Compressed("\"photos\",\"a%20b.png\",\"12\"\n\"photos\",\"c.png\",\"3\"\n"));
        await WriteAsync("inventories/second.csv", "\"photos\",\"d.png\",\"4\"\n");
        await WriteAsync("bucket/key", """
            {"sourceBucket":"photos","destinationBucket":"arn:aws:s3:::inventories","fileFormat":"CSV","fileSchema":"Bucket, Key, Size",
             "files":[{"key":"first.csv.gz","size":1,"MD5checksum":"x"},{"key":"second.csv"}]}
            """);

        var items = await ItemsAsync(File(new ReaderConfig { InputType = ReaderInputType.Manifest }));

        Assert.Equal(
            """[{"Bucket":"photos","Key":"a%20b.png","Size":"12"},{"Bucket":"photos","Key":"c.png","Size":"3"},{"Bucket":"photos","Key":"d.png","Size":"4"}]""",
            JsonArray.Of(items).ToString());
    }

    [Fact]
    public async Task Takes_an_inventory_for_CSV_where_only_the_type_of_the_manifest_is_said()
    {
        await WriteAsync("bucket/first.csv", "\"photos\",\"a.png\"\n");
        await WriteAsync("bucket/key", """{"fileFormat":"CSV","fileSchema":"Bucket, Key","files":[{"key":"first.csv"}]}""");

        Assert.Equal(
            [new MapItem(Json.Parse("""{"Bucket":"photos","Key":"a.png"}"""), Key: null, "S3://bucket/first.csv")],
            await new ItemReaders(blobs).ReadAsync(File(new ReaderConfig { ManifestType = ReaderManifestType.S3Inventory })).ToListAsync());
    }

    [Fact]
    public async Task Reads_the_files_that_a_query_of_Athena_has_unloaded()
    {
        await WriteAsync("results/1", Compressed("{\"n\":1}\n{\"n\":2}\n"));
        await WriteAsync("results/2", "{\"n\":3}");
        await WriteAsync("bucket/key", "s3://results/1\r\n\"s3://results/2\"\n\n");

        Assert.Equal(
            [
                new MapItem(Json.Parse("""{"n":1}"""), Key: null, "S3://results/1"),
                new MapItem(Json.Parse("""{"n":2}"""), Key: null, "S3://results/1"),
                new MapItem(Json.Parse("""{"n":3}"""), Key: null, "S3://results/2"),
            ],
            await new ItemReaders(blobs).ReadAsync(File(Unloaded(ReaderInputType.Jsonl))).ToListAsync());
    }

    [Theory]
    [InlineData("results/1", ReaderInputType.Csv, "Expected a manifest with an s3://bucket/key a line, found 'results/1'.")]
    [InlineData("s3://results", ReaderInputType.Csv, "Expected a manifest with an s3://bucket/key a line, found 's3://results'.")]
    [InlineData("s3://results/none", ReaderInputType.Csv, "The specified key does not exist: expected an object 'none' in the bucket 'results', found none.")]
    [InlineData("s3://bucket/key", ReaderInputType.Manifest, "Expected a ReaderConfig with the InputType of the files that the manifest names, found MANIFEST.")]
    public async Task Says_what_is_wrong_with_what_has_been_unloaded(string manifest, ReaderInputType type, string cause) =>
        Assert.Equal(cause, await CauseAsync(manifest, Unloaded(type)));

    [Theory]
    [InlineData("[]", "Expected a manifest, a JSON object; found other JSON.")]
    [InlineData("{}", "Expected a manifest with a text 'fileSchema', found none.")]
    [InlineData("""{"fileSchema":"Key","fileFormat":"ORC"}""", "Expected an inventory with the fileFormat CSV, found 'ORC'.")]
    [InlineData("""{"fileSchema":"Key","fileFormat":"CSV"}""", "Expected a manifest with an array 'files', found none.")]
    [InlineData(
        """{"fileSchema":"Key","fileFormat":"CSV","files":[{"key":"x.csv"}]}""",
        "The specified key does not exist: expected an object 'x.csv' in the bucket 'bucket', found none.")]
    public async Task Says_what_is_wrong_with_a_manifest(string manifest, string cause) =>
        Assert.Equal(cause, await CauseAsync(manifest, new ReaderConfig { InputType = ReaderInputType.Manifest }));

    [Fact]
    public async Task Lists_the_objects_whose_keys_begin_so()
    {
        await WriteAsync("bucket/in/a.txt", "12");
        await WriteAsync("bucket/in/b/c.txt", "");
        await WriteAsync("bucket/input.txt", "");
        await WriteAsync("bucket-2/in/x.txt", "");

        var items = await ItemsAsync(Listing("in/"));

        Assert.Equal(
            """{"Etag":"\"6b51d431df5d7f141cbececcf79edf3d\"","Key":"in/a.txt","LastModified":1.789177022E9,"Size":2,"StorageClass":"STANDARD"}""",
            items[0].ToString());
        Assert.Equal(["in/a.txt", "in/b/c.txt"], Keys(items));
        Assert.Equal(["in/a.txt", "in/b/c.txt", "input.txt"], Keys(await ItemsAsync(Listing("in"))));
        Assert.Equal(3, (await ItemsAsync(Listing(prefix: null))).Count);
        Assert.Empty(await ItemsAsync(Listing("out/")));
    }

    [Fact]
    public async Task Loads_what_it_lists_where_that_is_asked_for()
    {
        await WriteAsync("bucket/in/a.jsonl", "1\n2");
        await WriteAsync("bucket/in/b.jsonl", "3");

        var items = await ItemsAsync(Listing("in/") with
        {
            Config = new ReaderConfig { InputType = ReaderInputType.Jsonl, Transformation = ReaderTransformation.LoadAndFlatten },
        });

        Assert.Equal([Json.Of(1), Json.Of(2), Json.Of(3)], items);
    }

    [Fact]
    public async Task Reads_the_version_that_is_asked_for()
    {
        await WriteAsync("bucket/key", "[1]");
        var second = (await blobs.VersionsAsync("bucket/key"))[0].VersionId;
        await WriteAsync("bucket/key", "[2]");
        var file = File(new ReaderConfig { InputType = ReaderInputType.Json });

        Assert.Equal([Json.Of(2)], await ItemsAsync(file));
        Assert.Equal([Json.Of(1)], await ItemsAsync(file with { Arguments = file.Arguments.With("VersionId", Json.Of(second)) }));
    }

    [Theory]
    [InlineData("""{"Bucket":"bucket","Key":"none"}""", "The specified key does not exist: expected an object 'none' in the bucket 'bucket', found none.")]
    [InlineData("""{"Bucket":"bucket"}""", "Expected an ItemReader with an argument 'Key', found none.")]
    [InlineData("""{"Bucket":1,"Key":"none"}""", "Expected a text for the ItemReader's argument 'Bucket', found 1.")]
    [InlineData(
        """{"Bucket":"bucket","Key":"a//b"}""",
        "Expected the bucket and the key of an object, found 'bucket' and 'a//b': In a path: Expected a name of 1 to 255 characters, found none.")]
    public async Task Says_which_object_is_not_there(string arguments, string cause)
    {
        var source = File(new ReaderConfig { InputType = ReaderInputType.Json }) with { Arguments = (JsonObject)Json.Parse(arguments) };

        Assert.Equal(cause, (await Assert.ThrowsAsync<ItemReaderException>(() => ItemsAsync(source))).Message);
    }

    private static ItemSource.Read File(ReaderConfig config) => new(
        "arn:aws:states:::s3:getObject", JsonObject.Of(("Bucket", Json.Of("bucket")), ("Key", Json.Of("key"))), config, MaxItems: null);

    private static ItemSource.Read Listing(string? prefix) => new(
        "arn:aws:states:::s3:listObjectsV2",
        new JsonObjectBuilder().Set("Bucket", Json.Of("bucket")).SetIfPresent("Prefix", prefix).Build(),
        new ReaderConfig(),
        MaxItems: null);

    private static ReaderConfig Unloaded(ReaderInputType type) => new() { InputType = type, ManifestType = ReaderManifestType.AthenaData };

    private static byte[] Compressed(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }

    private static IEnumerable<string> Keys(IEnumerable<Json> items) => items.Select(item => ((JsonString)((JsonObject)item)["Key"]!).Value);

    private Task<string> ReadAsync(string file, ReaderInputType type) => ReadAsync(file, new ReaderConfig { InputType = type });

    private async Task<string> ReadAsync(string file, ReaderConfig config)
    {
        await WriteAsync("bucket/key", file);
        return JsonArray.Of(await ItemsAsync(File(config))).ToString();
    }

    private async Task<string> CauseAsync(string file, ReaderConfig config) => (await Assert.ThrowsAsync<ItemReaderException>(() => ReadAsync(file, config))).Message;

    private async Task<List<Json>> ItemsAsync(ItemSource source) => await new ItemReaders(blobs).ReadAsync(source).Select(item => item.Input).ToListAsync();

    private async Task<List<string?>> SourcesAsync(ItemSource source) => await new ItemReaders(blobs).ReadAsync(source).Select(item => item.Source).ToListAsync();

    private Task WriteAsync(string path, string content) => WriteAsync(path, Encoding.UTF8.GetBytes(content));

    private async Task WriteAsync(string path, byte[] content)
    {
        using var stream = new MemoryStream(content);
        await blobs.WriteAsync(path, stream, new BlobDraft("text/plain", "Ada"));
    }
}
