using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>Calls of activities that are waited for on the spot: one that throws is called again after a pause, for ever.</summary>
internal sealed class SteadyCalls(TaskOrchestrationContext context, ILogger logger)
{
    /// <summary>What the activity answers in the end.</summary>
    public async Task<string> CallAsync(string activity, string input)
    {
        for (var times = 0; ; times++)
        {
            try
            {
                return await context.CallActivityAsync<string>(activity, input);
            }
            catch (TaskFailedException e)
            {
                logger.LogWarning("Activity {Activity} of {Instance} could not be carried out; the next attempt is in {Pause}: {Trouble}", activity, context.InstanceId, Pauses.After(times), e.Message);
            }

            await context.CreateTimer(Pauses.After(times), CancellationToken.None);
        }
    }
}
