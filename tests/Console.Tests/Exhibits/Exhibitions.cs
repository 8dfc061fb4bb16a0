namespace TaskOrchestration.Console.Tests.Exhibits;

/// <summary>The servers whose pages are looked at; each is set up when it is first asked for.</summary>
public sealed class Exhibitions : IDisposable
{
    /// <summary>What stands in every text of a user on the second server: where it became part of a page, it would run.</summary>
    public const string Poison = "<img src=x onerror=\"window.poisoned=1\">";

    private readonly Lazy<Task<Exhibition>> _plain = new(() => OpenAsync(text => text));
    private readonly Lazy<Task<Exhibition>> _poisoned = new(() => OpenAsync(text => $"{text} {Poison}"));

    /// <summary>With texts as people write them.</summary>
    public Task<Exhibition> PlainAsync() => _plain.Value;

    /// <summary>With <see cref="Poison"/> in each.</summary>
    public Task<Exhibition> PoisonedAsync() => _poisoned.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var exhibition in new[] { _plain, _poisoned }.Where(exhibition => exhibition is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            exhibition.Value.Result.Dispose();
        }
    }

    private static async Task<Exhibition> OpenAsync(Func<string, string> spoil)
    {
        var exhibition = new Exhibition(spoil);
        try
        {
            await exhibition.InitializeAsync();
            return exhibition;
        }
        catch
        {
            exhibition.Dispose();
            throw;
        }
    }
}
