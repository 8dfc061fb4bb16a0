using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>A host that says it cannot run, and ends.</summary>
internal sealed class HostWithoutWorker(IHost inner) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => inner.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await Console.Error.WriteLineAsync("This build has no Functions worker: it was made without the Azure packages. Build it where eng/azure-packages finds them.");
        Environment.ExitCode = 1;
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Dispose() => inner.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            inner.Dispose();
        }
    }
}
