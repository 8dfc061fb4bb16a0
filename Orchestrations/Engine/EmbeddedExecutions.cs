using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>The use cases of executions on the embedded engine.</summary>
internal sealed class EmbeddedExecutions(
    EngineCore core, ExpressRuns express, ExecutionReading reading, PurgePause purgePause, StateMachineCatalog catalog, ParsedMachines machines, EngineOptions options)
    : IExecutionService
{
    /// <inheritdoc/>
    public async ValueTask<StartedExecution> StartAsync(StartRequest request, CancellationToken cancellationToken = default)
    {
        var machine = await FindMachineAsync(request, cancellationToken);
        if (machine.Type == StateMachineType.Express)
        {
            return express.Start(request, machine, machines.Of(machine));
        }

        var name = request.Name ?? Births.RandomName();
        var start = Births.Start(request, machine, ArnScheme.Execution(machine.Arn, name), name, options.StandardLimits);
        var command = new StartCommand(new Birth(start, core.Timers.Now, machines.Of(machine), machine.Revision), isNameGiven: request.Name is not null, options.Quotas.OpenExecutions);
        return await core.StartAsync(command, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ExecutionDescription> StartSyncAsync(StartRequest request, CancellationToken cancellationToken = default)
    {
        var machine = await FindMachineAsync(request, cancellationToken);
        return machine.Type == StateMachineType.Express
            ? await express.RunAsync(request, machine, machines.Of(machine), cancellationToken)
            : throw new RefusedException(Refusal.StateMachineTypeNotSupported, "This operation is not supported by this type of state machine");
    }

    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionArn);
        var stopped = await core.AskAsync(new StopCommand(executionArn, new Fact.Stopped(core.Timers.Now, new Failure(error, cause))));
        return stopped ?? reading.Entry(executionArn).StopDate ?? core.Timers.Now;
    }

    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset> RedriveAsync(string executionArn, string? clientToken = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionArn);
        using var pause = purgePause.Hold();
        var entry = reading.Entry(executionArn);
        RefuseChild(entry);
        var machine = await machines.FindAsync(entry.Revision, mapName: null, cancellationToken);
        var obstacle = await reading.MachineObstacleAsync(entry, cancellationToken);
        return await core.AskAsync(new RedriveCommand(entry, machine, obstacle, new Fact.Redriven(core.Timers.Now, clientToken)));
    }

    /// <inheritdoc/>
    public ValueTask<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken = default) =>
        reading.DescribeAsync(executionArn, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StateMachineRecord> DescribeStateMachineAsync(string executionArn, CancellationToken cancellationToken = default) =>
        reading.DescribeStateMachineAsync(executionArn, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<ExecutionSummary>> ListAsync(
        string stateMachineArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven = null, CancellationToken cancellationToken = default) =>
        reading.ListAsync(stateMachineArn, status, limit, cursor, isRedriven, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<HistoryEvent>> GetHistoryAsync(string executionArn, bool reverse, int limit, string? cursor, CancellationToken cancellationToken = default) =>
        reading.GetHistoryAsync(executionArn, reverse, limit, cursor, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SendTaskSuccessAsync(string taskToken, Json output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Utf8Length <= options.StandardLimits.PayloadBytes
            ? CallBackAsync(taskToken, task => new Fact.TaskSucceeded(core.Timers.Now, task, output))
            : throw new RefusedException(Refusal.InvalidOutput, $"The output has {output.Utf8Length} bytes; at most {options.StandardLimits.PayloadBytes} are allowed");
    }

    /// <inheritdoc/>
    public ValueTask SendTaskFailureAsync(string taskToken, string? error, string? cause, CancellationToken cancellationToken = default) =>
        CallBackAsync(taskToken, task => new Fact.TaskFailed(core.Timers.Now, task, new Failure(error, cause)));

    /// <inheritdoc/>
    public ValueTask SendTaskHeartbeatAsync(string taskToken, CancellationToken cancellationToken = default) =>
        CallBackAsync(taskToken, task => new Fact.TaskHeartbeat(core.Timers.Now, task));

    /// <inheritdoc/>
    public async ValueTask<ExecutionDescription> WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionArn);
        if (await core.WatchAsync(executionArn, cancellationToken) is { } ended)
        {
            return ended;
        }

        // It was not open then; if it is now it has been redriven in between, and its new end counts.
        var known = await reading.DescribeAsync(executionArn, cancellationToken);
        return known.Summary.Status == ExecutionStatus.Running && await core.WatchAsync(executionArn, cancellationToken) is { } endedAgain ? endedAgain : known;
    }

    private static void RefuseChild(ExecutionEntry entry)
    {
        if (entry.Child is not null)
        {
            throw new RefusedException(Refusal.ExecutionNotRedrivable, $"Execution Not Redrivable: 'It is a child of the Map Run {entry.Child.MapRunArn} and is redriven with the execution of that'");
        }
    }

    private ValueTask<StateMachineRecord> FindMachineAsync(StartRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Input.Utf8Length <= options.StandardLimits.PayloadBytes
            ? catalog.ResolveAsync(request.StateMachineArn, cancellationToken)
            : throw new RefusedException(Refusal.InvalidExecutionInput, $"The input has {request.Input.Utf8Length} bytes; at most {options.StandardLimits.PayloadBytes} are allowed");
    }

    private async ValueTask CallBackAsync(string taskToken, Func<long, Fact> fact)
    {
        if (!TaskToken.TryParse(taskToken, out var token))
        {
            throw InvalidToken();
        }

        var outcome = await core.AskAsync(new CallbackCommand(taskToken, token.ExecutionArn, fact(token.Task)));
        if (outcome == CallbackOutcome.NotOpen)
        {
            outcome = OutcomeForClosed(taskToken, token.ExecutionArn);
        }

        switch (outcome)
        {
            case CallbackOutcome.NotGenuine:
                throw InvalidToken();
            case CallbackOutcome.TooLate:
                throw new RefusedException(Refusal.TaskTimedOut, "Task Timed Out: 'Provided task does not exist anymore'");
        }
    }

    private CallbackOutcome OutcomeForClosed(string taskToken, string executionArn)
    {
        try
        {
            return reading.Start(reading.Entry(executionArn)) is { } start && TaskToken.IsGenuine(taskToken, start) ? CallbackOutcome.TooLate : CallbackOutcome.NotGenuine;
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionDoesNotExist)
        {
            throw new RefusedException(Refusal.TaskDoesNotExist, "Task does not exist");
        }
    }

    private static RefusedException InvalidToken() => new(Refusal.InvalidToken, "Invalid Token: 'Invalid token'");
}
