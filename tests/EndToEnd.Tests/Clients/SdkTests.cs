using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.EndToEnd.Tests.Servers;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients;

public class SdkTests(RunningServer running) : IClassFixture<RunningServer>
{
    private static readonly Json WhatAwsWouldShow = Json.Parse(
        """
        {
          "status": "SUCCEEDED",
          "output": "{\"text\":\"Hello Ada\"}",
          "startDateIsADate": true,
          "history": ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"],
          "synchronousStatus": "SUCCEEDED",
          "synchronousOutput": "{\"text\":\"Hi Eve\"}",
          "stoppedStatus": "ABORTED",
          "stoppedError": "Enough",
          "stoppedCause": "waited long enough",
          "stoppedRedriveStatus": "REDRIVABLE",
          "redrivenStatus": "RUNNING",
          "redriveCounts": [1, 1],
          "redriveDatesAreOne": true,
          "redrivenHistory": ["ExecutionStarted", "WaitStateEntered", "ExecutionAborted", "ExecutionRedriven"],
          "outputAfterUpdate": "{\"text\":\"Good day Ada\"}",
          "succeededExecutions": 3,
          "seedWorkflows": ["OrderProcessing", "TransactionProcessor"],
          "errors": [
            "ExecutionAlreadyExists",
            "ExecutionDoesNotExist",
            "StateMachineDoesNotExist",
            "InvalidDefinition",
            "StateMachineAlreadyExists",
            "InvalidExecutionInput",
            "ExecutionNotRedrivable",
            "InvalidName"
          ]
        }
        """);

    [ClientFact(ClientNames.Boto3)]
    public async Task Boto3_sees_what_AWS_would_show()
    {
        var outcome = await Tool.Python.RunAsync([Tool.Script("conversation.py"), running.Server.Endpoint.ToString(), "from-boto3"]);
        Assert.Equal(WhatAwsWouldShow.ToString(), Json.Parse(outcome.OutputOrThrow()).ToString());
    }

    [ClientFact(ClientNames.JavaScript)]
    public async Task The_JavaScript_SDK_sees_what_AWS_would_show()
    {
        var outcome = await Tool.Node.RunAsync([Tool.Script("conversation.mjs"), running.Server.Endpoint.ToString(), "from-javascript"]);
        Assert.Equal(WhatAwsWouldShow.ToString(), Json.Parse(outcome.OutputOrThrow()).ToString());
    }
}
