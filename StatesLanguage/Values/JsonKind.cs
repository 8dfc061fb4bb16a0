namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>The six kinds of JSON value.</summary>
public enum JsonKind
{
    /// <summary>The literal <c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number; its spelling is kept.</summary>
    Number,

    /// <summary>A text.</summary>
    String,

    /// <summary>An ordered list of values.</summary>
    Array,

    /// <summary>Members in the order in which they were written, each name once.</summary>
    Object,
}
