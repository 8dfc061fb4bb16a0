using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Functions.Executions;

/// <summary>The ids by which Durable Functions knows executions.</summary>
/// <remarks>
/// The name of a machine and of an execution have up to 80 characters each and may contain what some backend refuses in an id; the Durable Task Scheduler takes
/// at most 100 characters of printable ASCII. So an id is a hash of the ARN: 40 hexadecimal digits, and the number of the redrive.
/// </remarks>
public static class InstanceIds
{
    private const int HashBytes = 20;

    /// <summary>The id of the orchestration that runs an execution after so many redrives.</summary>
    public static string Of(string executionArn, int redriveCount)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(executionArn)).AsSpan(0, HashBytes));
        return redriveCount == 0 ? hash : string.Create(CultureInfo.InvariantCulture, $"{hash}-{redriveCount}");
    }
}
