using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>The partitions that tasks are spread over, the same ones in every table of theirs.</summary>
/// <remarks>
/// An account takes 20,000 entities a second and a partition 2,000, so eight of them nearly use up what an account can take, and more would only make
/// lists dearer: each is asked for in every partition. The number is part of where everything lies, and never changes for tables that are in use.
/// </remarks>
internal sealed class TaskPartitions(int count = TaskPartitions.Usual)
{
    public const int Usual = 8;

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All { get; } = [.. Enumerable.Range(0, count).Select(Name)];

    /// <summary>Where everything about a task lies.</summary>
    public string Of(string taskId) => All[SHA256.HashData(Encoding.UTF8.GetBytes(taskId))[0] % All.Count];

    private static string Name(int number) => number.ToString("D2", CultureInfo.InvariantCulture);
}
