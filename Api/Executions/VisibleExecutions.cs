using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Executions;

/// <summary>The executions that a caller may see. To everybody else an execution does not exist.</summary>
internal sealed class VisibleExecutions(TaskExecutions guard, ExecutionCourses courses)
{
    /// <summary>How an execution has gone.</summary>
    /// <exception cref="RefusedException">It is not there, or it is not the caller's to see.</exception>
    public async ValueTask<Course> CourseAsync(HttpContext context, ExecutionReference path)
    {
        var arn = path.Decoded();
        return await guard.MaySeeAsync(context, arn) && await courses.FindAsync(arn, context.RequestAborted) is { } course ? course : throw DoesNotExist(arn);
    }

    /// <summary>Whether it is the caller's to see.</summary>
    public ValueTask<bool> IsVisibleAsync(HttpContext context, string executionArn) => guard.MaySeeAsync(context, executionArn);

    /// <summary>Whether all are the caller's to see.</summary>
    public static bool AllAreVisible(HttpContext context) => context.Features.Get<Caller>() is not { SeesAll: false };

    /// <summary>Turns away callers whose key is not for a machine.</summary>
    /// <param name="context">The request.</param>
    /// <param name="arn">The machine, or something of its.</param>
    /// <exception cref="ProblemException">It is not.</exception>
    public static void RequireMachine(HttpContext context, string arn)
    {
        if (context.Features.Get<Caller>() is { } caller && !caller.Machines.Allows(arn))
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, "forbidden", $"Expected a key for '{arn}'; that of {caller.Name} is for {string.Join(", ", caller.Machines.Patterns)}.");
        }
    }

    /// <summary>There is no such execution.</summary>
    public static RefusedException DoesNotExist(string executionArn) => new(Refusal.ExecutionDoesNotExist, $"Execution Does Not Exist: '{executionArn}'");
}
