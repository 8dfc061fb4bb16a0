namespace TaskOrchestration.Api.Tests.Serving;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class FixedTime : TimeProvider
{
    public static readonly DateTimeOffset Beginning = DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_125);

    public DateTimeOffset Now { get; set; } = Beginning;

    public override DateTimeOffset GetUtcNow() => Now;
}
