using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access.Auditing;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Api.Access.Administration;

/// <summary>The operations on API keys.</summary>
internal sealed class KeyRoutes(ApiKeys keys, TimeProvider time)
{
    public async ValueTask<IAnswer> ListAsync(HttpContext context)
    {
        var all = await keys.ListAsync(context.RequestAborted);
        return await JsonAnswer.Ok(new KeyList([.. all.Select(key => KeyView.Of(key, time.GetUtcNow()))]));
    }

    public async ValueTask<IAnswer> DescribeAsync(HttpContext context, KeyPath path) =>
        await JsonAnswer.Ok(KeyView.Of(await Refusing(keys.DescribeAsync(path.Id, context.RequestAborted)), time.GetUtcNow()));

    public async ValueTask<IAnswer> CreateAsync(HttpContext context, NoParameters parameters, KeyDraft draft)
    {
        var roles = draft.Roles.Aggregate(Roles.None, (all, role) => all | (Roles)role);
        var issued = await Refusing(keys.CreateAsync(draft.Owner, roles, draft.Expires, new MachineScope([.. draft.Machines ?? []]), context.RequestAborted));
        context.NoteForAudit($"{issued.Key.Id} of {issued.Key.Owner}: {string.Join(", ", RoleNames.Of(roles))}{(issued.Key.Machines.IsAll ? "" : $" for {string.Join(", ", issued.Key.Machines.Patterns)}")}");
        return await JsonAnswer.Created(context, $"{RestApi.Root}/keys/{issued.Key.Id}", KeyView.Of(issued.Key, time.GetUtcNow(), issued.Secret));
    }

    public async ValueTask<IAnswer> RevokeAsync(HttpContext context, KeyPath path)
    {
        await Refusing(keys.RevokeAsync(path.Id, context.RequestAborted));
        return await JsonAnswer.NoContent();
    }

    public async ValueTask<IAnswer> RotateAsync(HttpContext context, KeyPath path, KeyRotation rotation)
    {
        var grace = rotation.GraceSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : ApiKeys.UsualGrace;
        var issued = await Refusing(keys.RotateAsync(path.Id, grace, context.RequestAborted));
        return await JsonAnswer.Ok(KeyView.Of(issued.Key, time.GetUtcNow(), issued.Secret));
    }

    private static async ValueTask<T> Refusing<T>(ValueTask<T> deed)
    {
        try
        {
            return await deed;
        }
        catch (KeyRefusedException e)
        {
            throw e.Refusal switch
            {
                KeyRefusal.NotFound => new ProblemException(StatusCodes.Status404NotFound, "not-found", e.Message),
                KeyRefusal.NotActive => new ProblemException(StatusCodes.Status409Conflict, "wrong-status", e.Message),
                KeyRefusal.InvalidOwner => Invalid("/owner", e),
                KeyRefusal.InvalidExpiry => Invalid("/expires", e),
                KeyRefusal.InvalidMachines => Invalid("/machines", e),
                _ => Invalid("/graceSeconds", e),
            };
        }
    }

    private static ProblemException Invalid(string pointer, KeyRefusedException e) =>
        new(StatusCodes.Status400BadRequest, "invalid-body", e.Message, new FieldProblem(pointer, e.Message));
}
