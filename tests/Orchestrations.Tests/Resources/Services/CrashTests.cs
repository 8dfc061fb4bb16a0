using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Services;

public sealed class CrashTests
{
    private const string Definition = """
        {"StartAt":"Send","States":{
          "Send":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sqs:sendMessage","Parameters":{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/1/q","MessageBody":"m"},"ResultPath":"$.sent","Next":"Count"},
          "Count":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:dynamodb:updateItem","Parameters":{"TableName":"t","Key":{"id":{"S":"1"}},"UpdateExpression":"ADD n :one","ExpressionAttributeValues":{":one":{"N":"1"}},"ReturnValues":"UPDATED_NEW"},"ResultPath":"$.counted","Next":"Tell"},
          "Tell":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","Parameters":{"Entries":[{"Source":"s","DetailType":"d","Detail":{}}]},"ResultPath":"$.told","Next":"Put"},
          "Put":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:s3:putObject","Parameters":{"Bucket":"b","Key":"k","Body":"x"},"ResultPath":"$.put","End":true} } }
        """;

    [Fact]
    public async Task Wherever_a_process_ends_the_next_one_does_nothing_twice()
    {
        await using var world = new ServiceWorld(add: null, ("Tables:t", "id"), ("EventRules:r:Queue", "events"));
        await using var whole = await EngineFixture.OpenAsync(Definition, world.Get<ITaskRouter>());
        var ended = await whole.RunAsync(name: "run");
        var facts = whole.Journal.ReadFacts(1);
        var entry = whole.Journal.Find(whole.MachineArn, "run")!;

        for (var kept = 1; kept < facts.Count; kept++)
        {
            var cut = new JournalGroup { Started = { entry with { Status = ExecutionStatus.Running, StopDate = null } } };
            cut.Rows.AddRange(facts.Take(kept).Select((fact, i) => new JournalRow(entry.Key, i, fact)));
            whole.Journal = new MemoryJournal();
            whole.Journal.Commit(cut);
            await whole.ReopenAsync();

            var again = await whole.Executions.WaitForEndAsync(ended.Summary.ExecutionArn);
            Assert.Equal(ended.Output, again.Output);
        }

        Assert.Equal(5, facts.Count);
        Assert.Contains("\"counted\":{\"Attributes\":{\"n\":{\"N\":\"1\"}}}", ended.Output!.ToString(), StringComparison.Ordinal);
        Assert.Single(await world.Get<IMessageStore>().ListAsync("q", 10));
        Assert.Single(await world.Get<IMessageStore>().ListAsync("events", 10));
        Assert.Single(await world.Get<IBlobStore>().VersionsAsync("b/k"));
    }
}
