using TaskOrchestration.Api.Listing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Lists the executions of a machine, or the children of a Map Run, newest first, page by page.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html">ListExecutions</seealso>
internal sealed class ListExecutions(IExecutionService executions, IMapRunService mapRuns, PageTokens pages) : IAction
{
    private const string PendingRedrive = "PENDING_REDRIVE";

    public string Name => nameof(ListExecutions);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var query = Query.Read(new RequestFields(request));
        var page = await FindAsync(query, pages.Read(query.Question, query.Token), cancellationToken);
        return new JsonObjectBuilder(2)
            .Set("executions", JsonArray.Of(page.Items.Select(execution => Write(execution, query.IsPendingRedrive))))
            .SetIfPresent("nextToken", pages.Write(query.Question, page.Next))
            .Build();
    }

    private ValueTask<Page<ExecutionSummary>> FindAsync(Query query, string? cursor, CancellationToken cancellationToken) => query switch
    {
        { StateMachineArn: { } machine } => executions.ListAsync(machine, query.Status, query.Size, cursor, query.IsRedriven, cancellationToken),
        { IsPendingRedrive: true } => mapRuns.ListPendingRedriveAsync(query.MapRunArn!, query.Size, cursor, cancellationToken),
        _ => mapRuns.ListChildrenAsync(query.MapRunArn!, query.Status, query.Size, cursor, query.IsRedriven, cancellationToken),
    };

    private static JsonObject Write(ExecutionSummary execution, bool isPendingRedrive)
    {
        var json = new JsonObjectBuilder(10).SetSummary(execution);
        if (isPendingRedrive)
        {
            json.Set("status", Json.Of(PendingRedrive));
        }

        return json
            .SetIfPresent("mapRunArn", execution.MapRunArn)
            .SetIfPresent("itemCount", execution.ItemCount is { } items ? Json.Of(items) : null)
            .SetRedrives(execution)
            .Build();
    }

    private sealed record Query(string? StateMachineArn, string? MapRunArn, ExecutionStatus? Status, bool IsPendingRedrive, bool? IsRedriven, int Size, string? Token)
    {
        public string Question => $"{nameof(ListExecutions)} {StateMachineArn ?? MapRunArn} {(IsPendingRedrive ? PendingRedrive : Status)} {IsRedriven}";

        public static Query Read(RequestFields fields)
        {
            var machine = fields.OptionalText("stateMachineArn", 1, Bounds.Arn);
            var mapRun = fields.OptionalText("mapRunArn", 1, Bounds.LongArn);
            var status = fields.OneOf("statusFilter", "RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", PendingRedrive);
            var redriven = fields.OneOf("redriveFilter", "REDRIVEN", "NOT_REDRIVEN");
            var size = fields.PageSize();
            var token = fields.NextToken(Bounds.ExecutionsPageToken);
            fields.Check();

            if ((machine is null) == (mapRun is null))
            {
                throw AwsErrors.Validation("Must specify exactly one of stateMachineArn and mapRunArn.");
            }

            var isPendingRedrive = status == PendingRedrive;
            if (isPendingRedrive && mapRun is null)
            {
                throw AwsErrors.Validation("The status filter PENDING_REDRIVE can only be used with mapRunArn.");
            }

            return new Query(
                machine is null ? null : Arn.OfStateMachine(machine),
                mapRun is null ? null : Arn.OfMapRun(mapRun),
                isPendingRedrive ? null : Read(status),
                isPendingRedrive,
                redriven is null ? null : redriven == "REDRIVEN",
                size,
                token);
        }

        private static ExecutionStatus? Read(string? status) => status is null
            ? null
            : Enum.GetValues<ExecutionStatus>().Single(known => known.InWordsOfAws() == status);
    }
}
