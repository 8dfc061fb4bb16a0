using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Facts;

public sealed class MatcherTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null]}""", """{"b":[true,null],"a":1.0}""")]
    [InlineData("""{"at":"timestamp"}""", """{"at":1700000000.25}""")]
    [InlineData("""{"cause":"since date on"}""", """{"cause":"since 2024-05-06T07:08:09.123Z on"}""")]
    [InlineData("""{"cause":"no (Request ID: <request_id>; Proxy: null)"}""", """{"cause":"no (Request ID: 0c1-22a; Proxy: null)"}""")]
    [InlineData("""{"input":{"x":1}}""", """{"input":"{\"x\": 1}"}""")]
    [InlineData("""{"output":"[1, 2]"}""", """{"output":"[1,2]"}""")]
    [InlineData("""{"output":[1,2]}""", """{"output":"[1,2]"}""")]
    [InlineData("""{"output":{"A":1,"SdkHttpMetadata":{"HttpStatusCode":200}}}""", """{"output":"{\"A\":1}"}""")]
    public void Takes_what_means_the_same(string expected, string actual) => Assert.Empty(Compare(expected, actual));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1,"b":null}""", """{"a":1}""")]
    [InlineData("""{"a":true}""", """{"a":1}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"name":{"x":1}}""", """{"name":"no object"}""")]
    [InlineData("""{"name":1}""", """{"name":"1"}""")]
    [InlineData("""{"resource":"[1, 2]"}""", """{"resource":"[1,2]"}""")]
    [InlineData("""{"output":{"inner":"{\"x\": 1}"}}""", """{"output":"{\"inner\":\"{\\\"x\\\":1}\"}"}""")]
    public void Tells_apart_what_differs(string expected, string actual) => Assert.NotEmpty(Compare(expected, actual));

    [Fact]
    public void Names_the_place_the_expected_and_the_found()
    {
        Assert.Equal(["$.a[1].b: expected 1, got 2"], Compare("""{"a":[0,{"b":1}]}""", """{"a":[0,{"b":2}]}"""));
    }

    [Fact]
    public void Lets_a_wild_text_stand_for_any_text()
    {
        Assert.Empty(Compare("""{"arn":"arn:x:<name>:y"}""", """{"arn":"arn:x:whatever:y"}""", """{"text":["<name>"]}"""));
        Assert.NotEmpty(Compare("""{"arn":"arn:x:<name>:y"}""", """{"arn":"arn:x:whatever:z"}""", """{"text":["<name>"]}"""));
    }

    [Fact]
    public void Lets_a_numbered_wild_text_stand_for_one_text_throughout()
    {
        const string wild = """{"text":["<uuid:1>","<uuid:2>"]}""";

        Assert.Empty(Compare("""["<uuid:1>","<uuid:1> <uuid:2>"]""", """["a","a b"]""", wild));
        Assert.NotEmpty(Compare("""["<uuid:1>","<uuid:1> <uuid:2>"]""", """["a","c b"]""", wild));
    }

    [Fact]
    public void Lets_a_wild_value_stand_for_any_value()
    {
        Assert.Empty(Compare("""{"id":"RequestId"}""", """{"id":{"deep":1}}""", """{"values":["RequestId"]}"""));
    }

    [Theory]
    [InlineData("24-10-2023, 17:26:06", true)]
    [InlineData("20-11-2024, 14:37:42", false)]
    public void Asks_nothing_about_members_that_are_younger_than_the_recording(string recorded, bool isYounger)
    {
        var body = JsonObject.Of(("source", JsonObject.Of(("recorded", Json.Of(recorded)))));

        Assert.Equal(isYounger, Matcher.Compare(body, Json.Parse("""{"a":1}"""), Json.Parse("""{"a":1,"RedriveCount":0}""")).Count == 0);
        Assert.NotEmpty(Matcher.Compare(body, Json.Parse("""{"a":1}"""), Json.Parse("""{"a":1,"other":0}""")));
    }

    private static IReadOnlyList<string> Compare(string expected, string actual, string wild = "{}") =>
        Matcher.Compare(JsonObject.Of(("wild", Json.Parse(wild))), Json.Parse(expected), Json.Parse(actual));
}
