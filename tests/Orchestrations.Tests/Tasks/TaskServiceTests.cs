using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Tasks;

public sealed class TaskServiceTests
{
    private static JsonObject Purchase(string amount = "10.00", string method = "card") =>
        (JsonObject)Json.Parse($$"""{"AccountId":"A-1","Amount":{{amount}},"Currency":"EUR","PaymentMethod":"{{method}}"}""");

    [Fact]
    public async Task Takes_a_purchase_down_and_carries_it_out()
    {
        await using var world = await TaskWorld.OpenAsync();

        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Purchase, Purchase()));
        var ended = await world.EndAsync(submitted.TaskId);

        Assert.Equal(
            (TrackedStatus.Succeeded, "TransactionProcessor", "Purchase of 10.00 EUR for account A-1", "ProcessPurchase", "ann"),
            (ended.Status, ended.Workflow, ended.Title, ended.Step, ended.Owner));
        Assert.Equal("Completed", ((JsonString)((JsonObject)Json.Parse(ended.Result!))["status"]!).Value);
        Assert.Equal(((JsonObject)Json.Parse(ended.Result!))["transactionId"]!.ToString().Trim('"'), ended.SubjectId);
        Assert.EndsWith($":execution:TransactionProcessor:{ended.TaskId}", ended.ExecutionArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_the_same_submission_under_its_key_with_the_same_task_and_refuses_another()
    {
        await using var world = await TaskWorld.OpenAsync();

        var first = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Purchase, Purchase(), "k"));
        var again = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Purchase, Purchase(), "k"));
        var refused = await Assert.ThrowsAsync<TaskRefusedException>(
            async () => await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Purchase, Purchase("11.00"), "k")));

        Assert.Equal(first.TaskId, again.TaskId);
        Assert.Equal(TaskRefusal.KeyReused, refused.Refusal);
    }

    [Fact]
    public async Task Refuses_what_its_workflow_could_not_carry_out()
    {
        await using var world = await TaskWorld.OpenAsync();

        var refusals = new[]
        {
            TaskWorld.Submission(TaskKind.Purchase, Purchase("-1")),
            TaskWorld.Submission(TaskKind.Refund, Purchase().With("TransactionType", Json.Of("PURCHASE"))),
            TaskWorld.Submission(TaskKind.Order, Purchase().With("padding", Json.Of(new string('x', 256 * 1024)))),
            TaskWorld.Submission(TaskKind.Batch, JsonObject.Empty) with { Workflow = "Nothing" },
            TaskWorld.Submission(TaskKind.Purchase, Purchase()) with { Title = "\n" },
        };

        foreach (var submission in refusals)
        {
            var refused = await Assert.ThrowsAsync<TaskRefusedException>(async () => await world.Tasks.SubmitAsync(submission));
            Assert.Equal(TaskRefusal.InvalidSubmission, refused.Refusal);
        }

        Assert.Empty((await world.Tasks.ListAsync(new TaskQuery(), 10, cursor: null)).Tasks);
    }

    [Fact]
    public async Task Has_an_order_above_the_limit_wait_and_carries_it_out_once_approved()
    {
        await using var world = await TaskWorld.OpenAsync();
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order("1000.01")));
        var waiting = await world.UntilAsync(submitted.TaskId, TrackedStatus.Waiting);

        await world.Tasks.ApproveAsync(waiting.TaskId, "fine", "boss");
        var again = await world.Tasks.ApproveAsync(waiting.TaskId, "fine", "boss");
        var ended = await world.EndAsync(waiting.TaskId);

        Assert.Equal(("OrderApproval", TrackedStatus.Succeeded), (ended.Workflow, ended.Status));
        Assert.NotEqual(TrackedStatus.Waiting, again.Status);
        Assert.Contains(ended.History, change => change is { By: "boss", Note: "Approved: fine", Status: TrackedStatus.Running });
        Assert.Equal(OrderStatus.Confirmed, (await world.OrderOfAsync(ended))!.Status);
        Assert.Null(ended.DecisionToken);
    }

    [Fact]
    public async Task Attaches_what_a_workflow_brought_about_one_at_a_time_however_many_see_its_end()
    {
        var attachment = new HeldAttachment();
        await using var world = await TaskWorld.OpenAsync(services => services.AddSingleton<IResultAttachment>(attachment));
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order()));
        await world.Engine.Executions.WaitForEndAsync(submitted.ExecutionArn!);

        var readers = Enumerable.Range(0, 5).Select(_ => world.Tasks.DescribeAsync(submitted.TaskId).AsTask()).ToList();
        attachment.Release();
        await Task.WhenAll(readers);

        Assert.Equal(1, attachment.MostAtOnce);
        Assert.All(readers, reader => Assert.Equal(TrackedStatus.Succeeded, reader.Result.Status));
        Assert.Single(await world.Blobs.VersionsAsync($"tasks/{submitted.TaskId}/attachments/confirmation.html"));
    }

    [Fact]
    public async Task Attaches_one_confirmation_to_an_order_that_was_confirmed()
    {
        await using var world = await TaskWorld.OpenAsync();
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order(orderId: "O<1>")));

        var ended = await world.EndAsync(submitted.TaskId);

        var path = $"tasks/{ended.TaskId}/attachments/confirmation.html";
        Assert.Single(await world.Blobs.VersionsAsync(path));
        Assert.Contains("<h1>Order O&lt;1&gt;</h1>", await world.TextAsync(path), StringComparison.Ordinal);
        Assert.Contains("20.00 EUR", await world.TextAsync(path), StringComparison.Ordinal);

        await world.Tasks.DeleteAsync(ended.TaskId, ended.Version, "ann");
        Assert.Empty(await world.Blobs.ListAsync("tasks"));
    }

    [Fact]
    public async Task Fails_an_order_that_was_rejected_and_takes_no_other_decision_afterwards()
    {
        await using var world = await TaskWorld.OpenAsync();
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order("2000.00")));
        await world.UntilAsync(submitted.TaskId, TrackedStatus.Waiting);

        await world.Tasks.RejectAsync(submitted.TaskId, "too dear", "boss");
        var ended = await world.EndAsync(submitted.TaskId);
        var refused = await Assert.ThrowsAsync<TaskRefusedException>(async () => await world.Tasks.ApproveAsync(submitted.TaskId, note: null, "boss"));

        Assert.Equal((TrackedStatus.Failed, new TaskFailure("OrderRejected", "Rejected: too dear")), (ended.Status, ended.Failure));
        Assert.Equal(TaskRefusal.WrongStatus, refused.Refusal);
    }

    [Fact]
    public async Task Expires_after_seven_days_without_a_decision()
    {
        await using var world = await TaskWorld.OpenAsync();
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order("2000.00")));
        await world.UntilAsync(submitted.TaskId, TrackedStatus.Waiting);

        world.Time.Advance(TimeSpan.FromDays(7));
        var ended = await world.EndAsync(submitted.TaskId);

        Assert.Equal((TrackedStatus.Failed, "ApprovalExpired"), (ended.Status, ended.Failure!.Error));
    }

    [Fact]
    public async Task Undoes_an_order_that_is_called_off_midway()
    {
        using var reached = new SemaphoreSlim(0);
        await using var world = await TaskWorld.OpenAsync(services => services.AddTaskHandler(StepNames.ShippingProcess, async (_, cancellationToken) =>
        {
            reached.Release();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Json.Null;
        }));
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order(orderId: "O-1")));
        await reached.WaitAsync(TimeSpan.FromMinutes(2));

        var cancelled = await world.Tasks.CancelAsync(submitted.TaskId, "no longer wanted", "ann");
        var again = await world.Tasks.CancelAsync(submitted.TaskId, "no longer wanted", "ann");

        Assert.Equal((TrackedStatus.Cancelled, "ann", "no longer wanted"), (cancelled.Status, cancelled.History[^1].By, cancelled.History[^1].Note));
        Assert.Equal(cancelled, again);
        Assert.Contains((await world.OrderOfAsync(cancelled))!.Status, new[] { OrderStatus.Cancelled, OrderStatus.Refunded });
    }

    [Fact]
    public async Task Begins_an_order_again_that_was_called_off_while_it_waited()
    {
        await using var world = await TaskWorld.OpenAsync();
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order("2000.00", "O-1")));
        await world.UntilAsync(submitted.TaskId, TrackedStatus.Waiting);
        await world.Tasks.CancelAsync(submitted.TaskId, reason: null, "ann");

        await world.Tasks.RetryAsync(submitted.TaskId, "ann");
        await world.UntilAsync(submitted.TaskId, TrackedStatus.Waiting);
        await world.Tasks.ApproveAsync(submitted.TaskId, note: null, "boss");
        var ended = await world.EndAsync(submitted.TaskId);

        Assert.Equal((TrackedStatus.Succeeded, 2, "O-1-2"), (ended.Status, ended.Attempt, ended.SubjectId));
    }

    [Fact]
    public async Task Redrives_what_failed_in_a_step_and_begins_again_what_ended_in_a_fail_state()
    {
        var isBroken = true;
        await using var world = await TaskWorld.OpenAsync(services => services.AddTaskHandler("flaky", (_, _) =>
            isBroken ? throw new TaskFailureException(new Failure("Broken", "still")) : ValueTask.FromResult<Json>(JsonObject.Empty)));
        await world.Engine.Catalog.CreateAsync(new() { Name = "Flaky", RoleArn = TaskWorld.Role, Definition = """{"StartAt":"Do","States":{"Do":{"Type":"Task","Resource":"flaky","End":true}}}""" });
        await world.Engine.Catalog.CreateAsync(new() { Name = "Failing", RoleArn = TaskWorld.Role, Definition = """{"StartAt":"No","States":{"No":{"Type":"Fail","Error":"No"}}}""" });
        var flaky = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Batch, JsonObject.Empty) with { Workflow = "Flaky" });
        var failing = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Batch, JsonObject.Empty) with { Workflow = "Failing" });
        var failed = await world.EndAsync(flaky.TaskId);
        await world.EndAsync(failing.TaskId);
        Assert.Equal(new TaskFailure("Broken", "still"), failed.Failure);

        isBroken = false;
        await world.Tasks.RetryAsync(flaky.TaskId, "op");
        await world.Tasks.RetryAsync(failing.TaskId, "op");
        var redriven = await world.EndAsync(flaky.TaskId);
        var begun = await world.EndAsync(failing.TaskId);

        Assert.Equal((TrackedStatus.Succeeded, 1), (redriven.Status, redriven.Attempt));
        Assert.Equal((TrackedStatus.Failed, 2, $"{begun.TaskId}-2"), (begun.Status, begun.Attempt, begun.ExecutionArn!.Split(':')[^1]));
    }

    [Fact]
    public async Task Redrives_the_order_within_an_approval()
    {
        var isBroken = true;
        await using var world = await TaskWorld.OpenAsync(services => services.AddTaskHandler(StepNames.OrderConfirmation, (invocation, _) =>
            isBroken ? throw new TaskFailureException(new Failure("Broken", "mail")) : ValueTask.FromResult(invocation.Input)));
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order("2000.00", "O-1")));
        await world.UntilAsync(submitted.TaskId, TrackedStatus.Waiting);
        await world.Tasks.ApproveAsync(submitted.TaskId, note: null, "boss");
        var failed = await world.EndAsync(submitted.TaskId);

        // It was undone by its own workflow as far as that goes: the order had been shipped, so its confirmation is tried again.
        isBroken = false;
        await world.Tasks.RetryAsync(submitted.TaskId, "op");
        var ended = await world.EndAsync(submitted.TaskId);

        Assert.Equal((TrackedStatus.Failed, new TaskFailure("Broken", "mail")), (failed.Status, failed.Failure));
        Assert.Equal((TrackedStatus.Succeeded, 1), (ended.Status, ended.Attempt));
        Assert.Equal(["OrderApproval", "OrderProcessing"], await NamesOfAsync(world));
    }

    [Fact]
    public async Task Follows_an_execution_that_is_stopped_or_redriven_without_it()
    {
        await using var world = await TaskWorld.OpenAsync();
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Order, TaskWorld.Order("2000.00")));
        var waiting = await world.UntilAsync(submitted.TaskId, TrackedStatus.Waiting);

        await world.Engine.Executions.StopAsync(waiting.ExecutionArn!, "Operator", "by hand");
        var stopped = await world.Tasks.DescribeAsync(waiting.TaskId);
        await world.Engine.Executions.RedriveAsync(waiting.ExecutionArn!);
        var redriven = await world.UntilAsync(waiting.TaskId, TrackedStatus.Waiting);

        Assert.Equal((TrackedStatus.Cancelled, new TaskFailure("Operator", "by hand")), (stopped.Status, stopped.Failure));
        Assert.NotEqual(waiting.DecisionToken, redriven.DecisionToken);
    }

    [Fact]
    public async Task Edits_and_deletes_at_the_known_version_alone()
    {
        await using var world = await TaskWorld.OpenAsync();
        var submitted = await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Purchase, Purchase()));
        var ended = await world.EndAsync(submitted.TaskId);

        var edited = await world.Tasks.EditAsync(ended.TaskId, ended.Version, new TaskEdit { Title = "Other" }, "ann");
        var stale = await Assert.ThrowsAsync<TaskRefusedException>(async () => await world.Tasks.DeleteAsync(ended.TaskId, ended.Version, "ann"));
        await world.Tasks.DeleteAsync(ended.TaskId, edited.Version, "ann");
        var gone = await Assert.ThrowsAsync<TaskRefusedException>(async () => await world.Tasks.DescribeAsync(ended.TaskId));

        Assert.Equal(("Other", TaskRefusal.VersionMismatch, TaskRefusal.TaskDoesNotExist), (edited.Title, stale.Refusal, gone.Refusal));
    }

    private static async Task<IReadOnlyList<string>> NamesOfAsync(TaskWorld world)
    {
        var names = new List<string>();
        foreach (var machine in (await world.Engine.Catalog.ListAsync(100, cursor: null)).Items)
        {
            names.AddRange((await world.Engine.Executions.ListAsync(machine.Arn, status: null, 10, cursor: null)).Items.Select(_ => machine.Name));
        }

        return names;
    }
}
