using TaskOrchestration.Conformance.Tests.Aws;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Facts;

public sealed class CaseWorldTests
{
    private const string Send = """
        {"kind":"run","machine_name":"m","input":{},
         "definition":{"StartAt":"S","States":{"S":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","HeartbeatSeconds":10,
           "Parameters":{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/111111111111/q","MessageBody":{"Message":"hello","TaskToken.$":"$$.Task.Token"}},"End":true}}},
         "setup":[{"service":"sqs","call":"CreateQueue","params":{"QueueName":"q"}}REST],
         "expect":EXPECT}
        """;

    [Theory]
    [InlineData("SendTaskSuccess(taskToken, output = JSON text of Message)", """{"status":"SUCCEEDED","output":"\"hello\""}""")]
    [InlineData("SendTaskFailure(taskToken, error='E', cause='C')", """{"status":"FAILED","error":"E","cause":"C"}""")]
    [InlineData("wait 9 s, SendTaskHeartbeat, wait 9 s, then SendTaskSuccess(taskToken, output = JSON text of Message)", """{"status":"SUCCEEDED","output":"\"hello\""}""")]
    [InlineData("wait 11 s, then SendTaskSuccess(taskToken, output = JSON text of Message)", """{"status":"FAILED","error":"States.Timeout"}""")]
    public void A_worker_answers_the_token_it_finds_in_its_queue(string does, string expect)
    {
        var body = (JsonObject)Json.Parse(Send.Replace("REST", "", StringComparison.Ordinal).Replace("EXPECT", expect, StringComparison.Ordinal));

        var verdict = RunScorer.Score(body.With("actors", Json.Parse($$"""[{"actor":"sqs_task_token_worker","queue":"https://sqs.us-east-1.amazonaws.com/111111111111/q","does":"for every message {TaskToken, Message}: {{does}}"}]""")));

        Assert.Equal(Verdict.Met.Summary, verdict.Summary);
    }

    [Fact]
    public void A_test_answers_the_token_that_it_read_itself()
    {
        const string rest = """,{"service":"sqs","call":"ReceiveMessage","params":{},"concurrent":true},{"service":"stepfunctions","call":"SendTaskSuccess","params":{"taskToken":"${expr:json(r2.Messages.0.Body)['TaskToken']}","output":"{}"},"concurrent":true}""";
        var body = (JsonObject)Json.Parse(Send.Replace("REST", rest, StringComparison.Ordinal).Replace("EXPECT", """{"status":"SUCCEEDED","output":{}}""", StringComparison.Ordinal));

        Assert.Equal(Verdict.Met.Summary, RunScorer.Score(body).Summary);
    }

    [Fact]
    public void Only_what_a_case_has_made_is_there()
    {
        const string expect = """{"status":"FAILED","error":"SQS.QueueDoesNotExistException","cause":"The specified queue does not exist. (Service: AmazonSQS; Status Code: 400; Error Code: AWS.SimpleQueueService.NonExistentQueue; Request ID: <request_id>; Proxy: null)"}""";
        var body = (JsonObject)Json.Parse(Send.Replace("REST", "", StringComparison.Ordinal).Replace("EXPECT", expect, StringComparison.Ordinal));

        Assert.Equal(Verdict.Met.Summary, RunScorer.Score(body.With("setup", JsonArray.Empty)).Summary);
    }
}
