using System.Diagnostics;
using System.Diagnostics.Metrics;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Measures executions and their tasks under the names that CloudWatch has for them.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html">Step Functions metrics in CloudWatch</seealso>
public sealed class ExecutionMetrics : IExecutionObserver, IDisposable
{
    private const int Started = 0;
    private const int Succeeded = 1;
    private const int Failed = 2;
    private const int TimedOut = 3;
    private const int Aborted = 4;
    private const int Redriven = 5;

    private readonly Meter meter = new(MeterNames.States);
    private readonly Tallies tallies = new("StateMachineArn", counters: 6);
    private readonly Histogram<double> time;
    private readonly TaskFamily functions;
    private readonly TaskFamily activities;
    private readonly TaskFamily integrations;

    /// <summary>Makes the instruments; nothing is measured until somebody reads them.</summary>
    public ExecutionMetrics()
    {
        tallies.Counter(meter, Started, "ExecutionsStarted", "{execution}", "Executions that began.");
        tallies.Counter(meter, Succeeded, "ExecutionsSucceeded", "{execution}", "Executions that succeeded.");
        tallies.Counter(meter, Failed, "ExecutionsFailed", "{execution}", "Executions that failed.");
        tallies.Counter(meter, TimedOut, "ExecutionsTimedOut", "{execution}", "Executions that took too long.");
        tallies.Counter(meter, Aborted, "ExecutionsAborted", "{execution}", "Executions that were stopped.");
        tallies.Counter(meter, Redriven, "ExecutionsRedriven", "{execution}", "Redrives of executions.");
        time = meter.CreateHistogram("ExecutionTime", "ms", "From an execution's start to its end.", tags: null, Buckets.Times);
        functions = new TaskFamily(meter, "LambdaFunctions", "LambdaFunction", "Invocations of functions", "LambdaFunctionArn");
        activities = new TaskFamily(meter, "Activities", "Activity", "Activity tasks", "ActivityArn");
        integrations = new TaskFamily(meter, "ServiceIntegrations", "ServiceIntegration", "Service integration tasks", "ServiceIntegrationResourceArn");
    }

    /// <inheritdoc/>
    public bool WantsHistory(ExecutionStart start) => false;

    /// <inheritdoc/>
    public bool WantsProgress(ExecutionStart start) => functions.IsRead || activities.IsRead || integrations.IsRead;

    /// <inheritdoc/>
    public void Observe(ExecutionObservation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        var machine = tallies.Of(observation.Start.StateMachineArn);
        if (observation.IsStart)
        {
            machine.Add(Started);
        }

        if (observation.IsRedrive)
        {
            machine.Add(Redriven);
        }

        foreach (var progress in observation.Progress)
        {
            Count(progress);
        }

        if (observation.Status != ExecutionStatus.Running)
        {
            CountEnd(observation, machine);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private void CountEnd(ExecutionObservation observation, Tally machine)
    {
        machine.Add(observation.Status switch
        {
            ExecutionStatus.Succeeded => Succeeded,
            ExecutionStatus.TimedOut => TimedOut,
            ExecutionStatus.Aborted => Aborted,
            _ => Failed,
        });
        time.Record((observation.At - observation.StartedAt).TotalMilliseconds, machine.Tag);
    }

    private void Count(TaskProgress progress)
    {
        switch (progress.Resource)
        {
            case TaskResource.Function function:
                functions.Count(function.Text, progress);
                break;
            case TaskResource.Activity activity:
                activities.Count(activity.Text, progress);
                break;
            case TaskResource.Integration integration:
                integrations.Count(integration.Text, progress);
                break;
            default:
                throw new UnreachableException($"no family of metrics for {progress.Resource.GetType().Name}");
        }
    }
}
