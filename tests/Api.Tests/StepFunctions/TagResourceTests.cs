using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class TagResourceTests : ApiTest
{
    private const string Resource = "'resourceArn':'" + Samples.MachineArn + "'";

    [Fact]
    public async Task Adds_lists_and_takes_away()
    {
        await CreateAsync();

        Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync("TagResource", $"{{{Resource},'tags':[{{'key':'team','value':'a'}},{{'key':'größe'}}]}}"));
        Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync("TagResource", $"{{{Resource},'tags':[{{'key':'team','value':'b: _./=+-@'}}]}}"));
        Assert.Equal(
            ApiAnswer.Ok("""{"tags":[{"key":"team","value":"b: _./=+-@"},{"key":"größe","value":""}]}"""),
            await CallAsync("ListTagsForResource", $"{{{Resource}}}"));

        Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync("UntagResource", $"{{{Resource},'tagKeys':['team','none']}}"));
        Assert.Equal(ApiAnswer.Ok("""{"tags":[{"key":"größe","value":""}]}"""), await CallAsync("ListTagsForResource", $"{{{Resource}}}"));
    }

    [Fact]
    public async Task Refuses_the_fifty_first_tag()
    {
        await CreateAsync();
        var fifty = string.Join(',', Enumerable.Range(0, 50).Select(i => $"{{'key':'k{i}'}}"));
        await CallAsync("TagResource", $"{{{Resource},'tags':[{fifty}]}}");

        Assert.Equal(
            ApiAnswer.Error("TooManyTags", $"Too many tags have been added to the resource: '{Samples.MachineArn}'", ("resourceName", Samples.MachineArn)),
            await CallAsync("TagResource", $"{{{Resource},'tags':[{{'key':'more'}}]}}"));
    }

    [Theory]
    [InlineData("TagResource", "'tags':[]", Samples.MachineArn)]
    [InlineData("UntagResource", "'tagKeys':[]", Samples.MachineArn)]
    [InlineData("ListTagsForResource", "'x':1", Samples.MachineArn)]
    [InlineData("TagResource", "'tags':[]", Samples.MachineArn + ":1")]
    [InlineData("TagResource", "'tags':[]", "arn:aws:states:us-east-1:123456789012:activity:pack")]
    public async Task Finds_nothing_where_there_is_no_resource(string action, string rest, string arn) => Assert.Equal(
        ApiAnswer.Error("ResourceNotFound", $"Resource not found: '{arn}'", ("resourceName", arn)),
        await CallAsync(action, $"{{'resourceArn':'{arn}',{rest}}}"));

    [Theory]
    [InlineData("TagResource", "{}", "ValidationException", "2 validation errors detected: Value null at 'resourceArn' failed to satisfy constraint: Member must not be null; Value null at 'tags' failed to satisfy constraint: Member must not be null")]
    [InlineData("TagResource", "{" + Resource + ",'tags':[{'value':'v'}]}", "ValidationException", "1 validation error detected: Value null at 'tags.1.member.key' failed to satisfy constraint: Member must not be null")]
    [InlineData("TagResource", "{" + Resource + ",'tags':[{'key':'aws:x','value':'v'}]}", "ValidationException", "Tag keys that begin with 'aws:' are reserved. Received: 'aws:x'")]
    [InlineData("TagResource", "{" + Resource + ",'tags':[{'key':'k','value':'a|b'}]}", "ValidationException", "A tag value may only have Unicode letters, digits, white space, or these symbols: _ . : / = + - @. Received: 'a|b'")]
    [InlineData("TagResource", "{'resourceArn':'arn:aws:states:us-east-1:123456789012:execution:m:e','tags':[]}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: execution'")]
    [InlineData("UntagResource", "{" + Resource + "}", "ValidationException", "1 validation error detected: Value null at 'tagKeys' failed to satisfy constraint: Member must not be null")]
    [InlineData("UntagResource", "{" + Resource + ",'tagKeys':['']}", "ValidationException", "1 validation error detected: Value '' at 'tagKeys.1.member' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("UntagResource", "{" + Resource + ",'tagKeys':[1]}", "SerializationException", "NUMBER_VALUE can not be converted to a String")]
    [InlineData("ListTagsForResource", "{'resourceArn':'m'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: m'")]
    public Task Refuses_bad_requests(string action, string request, string code, string message) => RefusesAsync(action, request, code, message);

    private ValueTask<StateMachineRecord> CreateAsync() => Catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Definition = Samples.Definition, RoleArn = Samples.Role });
}
