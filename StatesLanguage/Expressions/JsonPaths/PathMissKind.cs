namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>Why a path gave no value.</summary>
public enum PathMissKind
{
    /// <summary>A member that the path names is not there.</summary>
    NotFound,

    /// <summary>An item that the path names is not there, because the array is too short.</summary>
    OutOfBounds,

    /// <summary>A step does not fit the value it meets: an index on an object, a filter on a text.</summary>
    NotApplicable,

    /// <summary>A filter compares a number with a text that is none, or matches against something that is no pattern.</summary>
    BadComparison,

    /// <summary>The path was applied to <c>null</c>.</summary>
    NullRoot,

    /// <summary>The path holds a filter without a condition (<c>[?]</c>), and there was something to filter.</summary>
    UnboundFilter,

    /// <summary>The path visits more values than one evaluation may.</summary>
    TooCostly,
}
