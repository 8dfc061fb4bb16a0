using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>The row keys of the index. What is read together begins alike.</summary>
/// <remarks>
/// <list type="table">
/// <item><term><c>o!id!generation!version</c></term><description>an open task: one row, however often it changes</description></item>
/// <item><term><c>e!id!generation!version</c></term><description>a task that has ended</description></item>
/// <item><term><c>l!scope!sort!key!id!generation</c></term><description>a task that has ended, in the order of one list; the scope is <c>all</c> or an owner's hash, the sort a letter and a direction</description></item>
/// <item><term><c>s!kind!subject!created!id!generation</c></term><description>a task by what it is about, the latest first</description></item>
/// <item><term><c>b!id!generation</c></term><description>this task was indexed once, and is not to be taken for a new one again</description></item>
/// <item><term><c>x!id!generation</c></term><description>this task was deleted, and when</description></item>
/// <item><term><c>n!0!kind!status</c></term><description>how many have ended so</description></item>
/// <item><term><c>n!1!random</c></term><description>a change of these numbers that they do not contain yet</description></item>
/// </list>
/// </remarks>
internal static class IndexKeys
{
    public const string Open = "o";
    public const string Ended = "e";
    public const string Deleted = "x";

    /// <summary>What the keys of numbers of tasks begin with, and of their changes.</summary>
    public const string Numbers = "n";

    private const string List = "l";
    private const string Subject = "s";
    public const string Born = "b";
    private const string Everybody = "all";
    private const string Dated = "0";
    private const string Undated = "1";
    private const int HashBytes = 12;

    private static readonly bool[] Directions = [false, true];

    public static string Entry(IndexedTask task) => Join(
        task.Place.IsEnd ? Ended : Open, OrderedText.Of(task.TaskId), task.Generation, KeyOrder.Ascending(task.Version));

    /// <summary>The entries of all generations of a task in a set.</summary>
    public static string Entries(string set, string taskId) => Join(set, OrderedText.Of(taskId));

    public static string BornAs(string taskId, string generation) => Join(Born, OrderedText.Of(taskId), generation);

    public static string DeletedAs(string taskId, string generation) => Join(Deleted, OrderedText.Of(taskId), generation);

    public static string BySubject(IndexedTask task) => Join(
        AboutSubject(task.Place.Kind, task.Place.SubjectId!), KeyOrder.Descending(task.Place.Created), OrderedText.Reversed(task.TaskId), task.Generation);

    /// <summary>What the keys of all tasks about a subject begin with.</summary>
    public static string AboutSubject(TaskKind kind, string subjectId) => Join(Subject, ((int)kind).ToString(CultureInfo.InvariantCulture), Hash(subjectId));

    public static string NumberOf(TaskKind kind, TrackedStatus status) =>
        Join(Numbers, "0", ((int)kind).ToString(CultureInfo.InvariantCulture), ((int)status).ToString(CultureInfo.InvariantCulture));

    /// <summary>What the keys of changes of numbers begin with; they come after the numbers.</summary>
    public static string NumberChanges => Join(Numbers, "1");

    /// <summary>A key for each list there is.</summary>
    public static IEnumerable<string> Sorted(IndexedTask task, TaskPlace listed) =>
        from owner in new[] { null, listed.Owner }
        from sort in Enum.GetValues<TaskSort>()
        from isDescending in Directions
        select Join(InList(owner, sort, isDescending), PlaceOf(new TaskPosition(KeyOf(listed, sort), task.TaskId), sort, isDescending), task.Generation);

    /// <summary>What the keys of a list begin with.</summary>
    public static string InList(string? owner, TaskSort sort, bool isDescending) =>
        Join(List, owner is null ? Everybody : Hash(owner), $"{LetterOf(sort)}{(isDescending ? 'd' : 'a')}");

    /// <summary>A place in a list, without the generation.</summary>
    public static string PlaceOf(TaskPosition position, TaskSort sort, bool isDescending)
    {
        var id = isDescending ? OrderedText.Reversed(position.TaskId) : OrderedText.Of(position.TaskId);
        return Join(position.Key is { } key ? $"{(sort == TaskSort.Due ? Dated : "")}{OrderOf(key, isDescending)}" : Undated, id);
    }

    /// <summary>A moment as a part that sorts in a direction.</summary>
    public static string OrderOf(long key, bool isDescending) => isDescending ? KeyOrder.Descending(key) : KeyOrder.Ascending(key);

    /// <summary>What a place is sorted by.</summary>
    public static long? KeyOf(TaskPlace place, TaskSort sort) => sort switch
    {
        TaskSort.Created => place.Created,
        TaskSort.Updated => place.Updated,
        TaskSort.Due => place.Due,
        _ => (long)place.Priority,
    };

    public static string Join(params ReadOnlySpan<string?> parts) => string.Join(OrderedText.Separator, parts);

    private static char LetterOf(TaskSort sort) => sort switch
    {
        TaskSort.Created => 'c',
        TaskSort.Updated => 'u',
        TaskSort.Due => 'd',
        _ => 'p',
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
}
