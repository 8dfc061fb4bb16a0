using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Lists the executions of a machine, newest first, page by page.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html">ListExecutions</seealso>
internal sealed class ListExecutions(IExecutionService executions) : IAction
{
    public string Name => nameof(ListExecutions);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var query = Query.Read(new RequestFields(request));
        var page = await executions.ListAsync(query.StateMachineArn, query.Status, query.Size, query.Cursor, query.IsRedriven, cancellationToken);
        return new JsonObjectBuilder(2)
            .Set("executions", JsonArray.Of(page.Items.Select(Write)))
            .SetIfPresent("nextToken", PageToken.Write(query.Question, page.Next))
            .Build();
    }

    private static JsonObject Write(ExecutionSummary execution) =>
        new JsonObjectBuilder(8).SetSummary(execution).SetRedrives(execution).Build();

    private sealed record Query(string StateMachineArn, ExecutionStatus? Status, bool? IsRedriven, int Size, string? Token)
    {
        public string Question => $"{nameof(ListExecutions)} {StateMachineArn} {Status} {IsRedriven}";

        public string? Cursor => PageToken.Read(Question, Token);

        public static Query Read(RequestFields fields)
        {
            var machine = fields.OptionalText("stateMachineArn", 1, Bounds.Arn);
            var mapRun = fields.OptionalText("mapRunArn", 1, 2_000);
            var status = fields.OneOf("statusFilter", "RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE");
            var redriven = fields.OneOf("redriveFilter", "REDRIVEN", "NOT_REDRIVEN");
            var size = fields.PageSize();
            var token = fields.NextToken(Bounds.ExecutionsPageToken);
            fields.Check();

            if ((machine is null) == (mapRun is null))
            {
                throw AwsErrors.Validation("Must specify exactly one of stateMachineArn and mapRunArn.");
            }

            if (machine is null)
            {
                throw AwsErrors.ResourceNotFound();
            }

            if (status == "PENDING_REDRIVE")
            {
                throw AwsErrors.Validation("The status filter PENDING_REDRIVE can only be used with mapRunArn.");
            }

            return new Query(Arn.OfStateMachine(machine), Read(status), redriven is null ? null : redriven == "REDRIVEN", size, token);
        }

        private static ExecutionStatus? Read(string? status) => status is null
            ? null
            : Enum.GetValues<ExecutionStatus>().Single(known => known.InWordsOfAws() == status);
    }
}
