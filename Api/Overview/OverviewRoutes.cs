using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Api.Schedules;
using TaskOrchestration.Api.Tasks.Metrics;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Api.Overview;

/// <summary>Answers how things stand, for a dashboard.</summary>
internal sealed class OverviewRoutes(ITaskStore tasks, CensusTaking census, TaskExecutions owned, AlertMonitor alerts, ScheduleService schedules, StateMachineCatalog catalog, TimeProvider time)
{
    private const int UsualHours = 24;

    public async ValueTask<IAnswer> DescribeAsync(HttpContext context, OverviewQuery query)
    {
        var (caller, cancelled) = (context.Caller(), context.RequestAborted);
        var hours = query.Hours ?? UsualHours;
        var found = caller.Has(WireActions.Readers) ? (await census.TakeAsync(hours, cancelled)).For(caller) : null;
        var now = found?.At ?? time.GetUtcNow();
        return await JsonAnswer.Ok(new OverviewView
        {
            At = now,
            Since = found?.Since ?? now.AddHours(-hours),
            Tasks = caller.Machines.IsAll ? await TasksAsync(caller, now, cancelled) : TasksOverview.None,
            Executions = found?.Count(await OldestAsync(caller, found, cancelled)),
            Alerts = caller.Machines.IsAll && caller.Has(Roles.Viewer | Roles.Operator) ? await AlertsAsync(cancelled) : null,
            Schedules = caller.Has(SchedulesApi.Readers) ? await SchedulesAsync(caller, cancelled) : null,
        });
    }

    private async ValueTask<TasksOverview> TasksAsync(Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owner = caller.SeesAll ? null : caller.Name;
        var counts = await tasks.CountAsync(owner, cancellationToken);
        var today = await tasks.CountSinceAsync(owner, new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero), cancellationToken);
        var waiting = new TaskQuery { Owner = owner, Statuses = [TrackedStatus.Waiting], Sort = TaskSort.Updated, IsDescending = false };
        return new TasksOverview
        {
            Counts = [.. counts.Select(count => new CountView { Kind = count.Kind, Status = count.Status, Count = count.Count })],
            Total = counts.Sum(count => count.Count),
            SubmittedToday = today.Sum(count => count.Count),
            FailedToday = today.Where(count => count.Status == TrackedStatus.Failed).Sum(count => count.Count),
            OldestWaiting = (await tasks.ListAsync(waiting, 1, cursor: null, cancellationToken)).Tasks is [var task, ..]
                ? new WaitingTaskView { Id = task.TaskId, Kind = task.Kind, Owner = task.Owner, Since = task.UpdatedAt }
                : null,
        };
    }

    /// <summary>The oldest that runs and that the caller may see. After some that they may not, nobody looks further.</summary>
    private async ValueTask<RunningExecutionView?> OldestAsync(Caller caller, Census found, CancellationToken cancellationToken)
    {
        const int Looks = 20;
        foreach (var running in found.Found.Where(execution => execution.Status == ExecutionStatus.Running).OrderBy(execution => execution.StartDate).Take(Looks))
        {
            if (await owned.MaySeeAsync(caller, running.ExecutionArn, cancellationToken))
            {
                return new RunningExecutionView
                {
                    ExecutionArn = running.ExecutionArn, Name = running.Name, StateMachineArn = running.StateMachineArn, StartDate = running.StartDate,
                };
            }
        }

        return null;
    }

    private async ValueTask<IReadOnlyList<FiringAlertView>> AlertsAsync(CancellationToken cancellationToken) =>
    [
        .. (await alerts.ListAsync(cancellationToken)).Where(alert => alert.State.Status == AlertStatus.Firing).Select(alert => new FiringAlertView
        {
            Name = alert.Rule.Name,
            Description = alert.Rule.Description,
            Severity = alert.Rule.Severity,
            Since = alert.State.Since,
            Value = alert.State.Value,
            Threshold = alert.Rule.Threshold,
        }),
    ];

    private async ValueTask<IReadOnlyList<ScheduleOverview>> SchedulesAsync(Caller caller, CancellationToken cancellationToken)
    {
        var views = new List<ScheduleOverview>();
        foreach (var record in (await schedules.ListAsync(cancellationToken)).Where(record => caller.Machines.Allows(catalog.Arns.StateMachineOf(record.Schedule.StateMachine))))
        {
            var last = await schedules.LastFiredAsync(record.Schedule.Name, cancellationToken);
            views.Add(new ScheduleOverview
            {
                Name = record.Schedule.Name,
                StateMachine = record.Schedule.StateMachine,
                Enabled = record.Schedule.IsEnabled,
                NextDue = ScheduleService.NextDue(record),
                LastFired = last is null ? null : FiringView.Of(last),
            });
        }

        return views;
    }
}
