namespace TaskOrchestration.Domain.Tests.Support;

/// <summary>What every call of a store passes, once on its way in and once on its way out.</summary>
internal interface IGate
{
    ValueTask PassAsync();
}
