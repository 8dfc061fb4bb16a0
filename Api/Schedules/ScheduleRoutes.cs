using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Executions;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Api.Rest.Idempotency;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Api.Schedules;

/// <summary>The operations on schedules.</summary>
internal sealed class ScheduleRoutes(ScheduleService schedules, StateMachineCatalog catalog)
{
    public async ValueTask<IAnswer> ListAsync(HttpContext context)
    {
        var items = new List<ScheduleView>();
        foreach (var record in (await schedules.ListAsync(context.RequestAborted)).Where(record => IsSeen(context, record)))
        {
            items.Add(await ViewAsync(context, record));
        }

        return await JsonAnswer.Ok(new ScheduleList { Items = items });
    }

    public ValueTask<IAnswer> DescribeAsync(HttpContext context, SchedulePath path) => AnsweringAsync(async () =>
    {
        var record = await FindAsync(context, path.Name);
        context.Response.Headers.ETag = Preconditions.TagOf(record.Version);
        return await JsonAnswer.Ok(await ViewAsync(context, record));
    });

    public ValueTask<IAnswer> PutAsync(HttpContext context, ScheduleVersion version, ScheduleDraft draft) => AnsweringAsync(async () =>
    {
        var kept = (await schedules.ListAsync(context.RequestAborted)).FirstOrDefault(record => record.Schedule.Name == version.Name);
        RequireMachine(context, draft.StateMachine);
        RequireMachine(context, kept?.Schedule.StateMachine ?? draft.StateMachine);
        CheckMatch(version.IfMatch, kept);
        var saved = await schedules.PutAsync(draft.Named(version.Name), kept?.Version ?? 0, context.RequestAborted);
        context.Response.Headers.ETag = Preconditions.TagOf(saved.Version);
        var view = await ViewAsync(context, saved);
        return kept is null ? await JsonAnswer.Created(context, $"{RestApi.Root}/schedules/{version.Name}", view) : await JsonAnswer.Ok(view);
    });

    public ValueTask<IAnswer> DeleteAsync(HttpContext context, ScheduleVersion version) => AnsweringAsync(async () =>
    {
        var kept = await FindAsync(context, version.Name);
        CheckMatch(version.IfMatch, kept);
        await schedules.DeleteAsync(version.Name, kept.Version, context.RequestAborted);
        return await JsonAnswer.NoContent();
    });

    public ValueTask<IAnswer> RunAsync(HttpContext context, SchedulePath path, RunRequest none) => AnsweringAsync(async () =>
    {
        await FindAsync(context, path.Name);
        var key = IdempotencyKey.Of(context.Request) is { } given ? $"{context.Caller().Name} {given}" : null;
        var firing = await schedules.RunAsync(path.Name, key, context.RequestAborted);
        return await JsonAnswer.Created(context, $"{RestApi.Root}/schedules/{path.Name}/firings/{firing.Id}", FiringView.Of(firing));
    });

    public ValueTask<IAnswer> ListFiringsAsync(HttpContext context, FiringsQuery query) => AnsweringAsync(async () =>
    {
        await FindAsync(context, query.Name);
        var limit = query.Limit ?? Paging.DefaultLimit;
        var before = Paging.Open(context, query.Cursor) is { } cursor ? FiringCursor.Read(query.Name, cursor) : ((DateTimeOffset Due, string Id)?)null;
        var found = await schedules.FiringsAsync(query.Name, limit + 1, before, context.RequestAborted);
        var next = Paging.Close(context, found.Count > limit ? FiringCursor.Write(query.Name, found[limit - 1].Due, found[limit - 1].Id) : null);
        Paging.LinkNext(context, next);
        return await JsonAnswer.Ok(new FiringPage { Items = [.. found.Take(limit).Select(FiringView.Of)], Next = next });
    });

    public ValueTask<IAnswer> DescribeFiringAsync(HttpContext context, FiringPath path) => AnsweringAsync(async () =>
    {
        await FindAsync(context, path.Name);
        return await JsonAnswer.Ok(FiringView.Of(await schedules.DescribeFiringAsync(path.Name, path.Id, context.RequestAborted)));
    });

    /// <summary>A schedule that is the caller's to see: for whoever has a key that is not for its machine, there is none.</summary>
    private async ValueTask<ScheduleRecord> FindAsync(HttpContext context, string name) =>
        await schedules.DescribeAsync(name, context.RequestAborted) is var record && IsSeen(context, record) ? record : throw new ProblemException(404, "not-found", $"There is no schedule '{name}'.");

    private bool IsSeen(HttpContext context, ScheduleRecord record) => context.Features.Get<Caller>() is not { } caller || caller.Machines.Allows(ArnOf(record.Schedule.StateMachine));

    private void RequireMachine(HttpContext context, string machine) => VisibleExecutions.RequireMachine(context, ArnOf(machine));

    private string ArnOf(string machine) => catalog.Arns.StateMachineOf(machine);

    private static void CheckMatch(string? ifMatch, ScheduleRecord? kept)
    {
        if (kept is null)
        {
            Preconditions.CheckMatch(ifMatch, tag: null);
        }
        else
        {
            Preconditions.RequireMatch(ifMatch, Preconditions.TagOf(kept.Version));
        }
    }

    private static async ValueTask<IAnswer> AnsweringAsync(Func<ValueTask<IAnswer>> answer)
    {
        try
        {
            return await answer();
        }
        catch (ScheduleRefusedException e)
        {
            throw e.Refusal switch
            {
                ScheduleRefusal.DoesNotExist => new ProblemException(404, "not-found", e.Message),
                ScheduleRefusal.VersionMismatch => new ProblemException(412, "precondition-failed", e.Message),
                ScheduleRefusal.IsConfigured => new ProblemException(409, "wrong-status", e.Message),
                ScheduleRefusal.Unsound => new ProblemException(400, "invalid-body", e.Message, [.. e.Problems.Select(problem => new FieldProblem($"/{problem.Member}", problem.Message))]),
                _ => new UnreachableException($"refusal {e.Refusal}"),
            };
        }
    }

    private async ValueTask<ScheduleView> ViewAsync(HttpContext context, ScheduleRecord record) =>
        ScheduleView.Of(record, await schedules.LastFiredAsync(record.Schedule.Name, context.RequestAborted));
}
