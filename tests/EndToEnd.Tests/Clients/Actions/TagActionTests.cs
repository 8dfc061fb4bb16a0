using TaskOrchestration.EndToEnd.Tests.Clients.Calling;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

[Collection(Sessions.Name)]
public sealed class TagActionTests(ClientSession session) : ActionTests(session)
{
    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task TagResource_tags_a_machine_and_refuses_more_than_fifty(string client)
    {
        var machine = await MachineAsync();
        await AnswersAsync(client, "TagResource", $$"""{"resourceArn":"{{machine}}","tags":[{"key":"team","value":"billing"}]}""", "{}");
        Assert.Equal("""{"tags":[{"key":"team","value":"billing"}]}""", (await CallAsync("ListTagsForResource", $$"""{"resourceArn":"{{machine}}"}""")).ToString());
        var tooMany = string.Join(',', Enumerable.Range(0, 51).Select(number => $$"""{"key":"k{{number}}","value":"v"}"""));
        await RefusesAsync(client, "TagResource", $$"""{"resourceArn":"{{machine}}","tags":[{{tooMany}}]}""", "TooManyTags", $$"""{"resourceName":"{{machine}}"}""");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task UntagResource_takes_a_tag_off_and_refuses_a_machine_that_is_not_there(string client)
    {
        var machine = await MachineAsync();
        await CallAsync("TagResource", $$"""{"resourceArn":"{{machine}}","tags":[{"key":"team","value":"billing"},{"key":"stage","value":"test"}]}""");
        await AnswersAsync(client, "UntagResource", $$"""{"resourceArn":"{{machine}}","tagKeys":["team","not-there"]}""", "{}");
        Assert.Equal("""{"tags":[{"key":"stage","value":"test"}]}""", (await CallAsync("ListTagsForResource", $$"""{"resourceArn":"{{machine}}"}""")).ToString());
        var absent = $"{machine}-not-there";
        await RefusesAsync(client, "UntagResource", $$"""{"resourceArn":"{{absent}}","tagKeys":["team"]}""", "ResourceNotFound", $$"""{"resourceName":"{{absent}}"}""");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task ListTagsForResource_shows_the_tags_of_an_activity_and_refuses_one_that_is_not_there(string client)
    {
        var activity = await CallAsync("CreateActivity", $$"""{"name":"{{Fresh("tagged")}}","tags":[{"key":"team","value":"billing"}]}""", "activityArn");
        await AnswersAsync(client, "ListTagsForResource", $$"""{"resourceArn":"{{activity}}"}""", """{"tags":[{"key":"team","value":"billing"}]}""");
        var absent = $"{activity}-not-there";
        await RefusesAsync(client, "ListTagsForResource", $$"""{"resourceArn":"{{absent}}"}""", "ResourceNotFound", $$"""{"resourceName":"{{absent}}"}""");
    }
}
