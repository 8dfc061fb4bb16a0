using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Chooses the ids of spans, which <see cref="Activity"/> lets nobody do: without that, spans of one execution that two processes write could not refer to each other.</summary>
/// <remarks>
/// It takes a private field of the library. Whether the field is there and does what it is needed for is tried once; if not, spans keep the ids they get,
/// and say in attributes which ones they should have had.
/// </remarks>
internal static class SpanIds
{
    /// <summary>Whether ids can be chosen with this version of the library.</summary>
    public static bool CanBeChosen { get; } = Works(Choose);

    /// <summary>Gives a span its id.</summary>
    public static void Choose(Activity activity, ActivitySpanId id) => IdOf(activity) = id.ToHexString();

    /// <summary>Whether a way of choosing ids has the effect it should have.</summary>
    public static bool Works(Action<Activity, ActivitySpanId> choose)
    {
        using var span = new Activity("probe").SetIdFormat(ActivityIdFormat.W3C).SetParentId(ActivityTraceId.CreateRandom(), default, ActivityTraceFlags.None);
        var (before, chosen) = (Activity.Current, ActivitySpanId.CreateRandom());
        span.Start();
        try
        {
            choose(span, chosen);
            return span.SpanId == chosen && span.Context.SpanId == chosen && span.Id!.Contains(chosen.ToHexString(), StringComparison.Ordinal);
        }
        catch (MissingFieldException)
        {
            return false;
        }
        finally
        {
            Activity.Current = before;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? IdOf(Activity activity);
}
