using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>What a value of a request or an answer may be. Requests are checked by it, and the OpenAPI document shows it, so that the two cannot disagree.</summary>
internal abstract record Shape
{
    private Shape() { }

    /// <summary>A text.</summary>
    public sealed record Text : Shape
    {
        /// <summary>The fewest characters.</summary>
        public int MinimumLength { get; init; }

        /// <summary>The most characters.</summary>
        public int? MaximumLength { get; init; }

        /// <summary>How it is spelled.</summary>
        public Spelling? Spelling { get; init; }

        /// <summary>A text that is spelled so, for whoever has found none.</summary>
        public string? Example { get; init; }

        /// <summary>What the text spells: <c>date-time</c>, <c>date</c>, <c>uuid</c> or <c>uri</c>.</summary>
        public string? Format { get; init; }

        /// <summary>The only texts there are; empty for any.</summary>
        public ValueList<string> Words { get; init; } = [];
    }

    /// <summary>A number.</summary>
    public sealed record Number(bool IsWhole, decimal? Minimum = null, decimal? Maximum = null) : Shape;

    /// <summary>True or false.</summary>
    public sealed record Flag : Shape;

    /// <summary>A list.</summary>
    public sealed record List(Shape Item, int MinimumCount = 0, int? MaximumCount = null) : Shape;

    /// <summary>An object with these members and no others.</summary>
    public sealed record Record(string Name, string? Description, ValueList<Member> Members) : Shape;

    /// <summary>An object with members of any name.</summary>
    public sealed record Map(Shape Value) : Shape;

    /// <summary>Any JSON value.</summary>
    public sealed record Anything : Shape;

    /// <summary>Any of several.</summary>
    public sealed record AnyOf(string Expected, ValueList<Shape> Shapes) : Shape;
}
