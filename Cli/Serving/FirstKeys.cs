using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Cli.Auditing;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Cli.Serving;

/// <summary>The key with which whoever has started a server for the first time gets in.</summary>
internal static class FirstKeys
{
    /// <summary>Makes it, unless there are keys.</summary>
    public static async Task<IssuedKey?> MakeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var issued = await services.GetRequiredService<ApiKeys>().CreateFirstAsync("admin", Roles.Admin, cancellationToken);
        if (issued is not null)
        {
            var journal = services.GetRequiredService<IAuditJournal>();
            await journal.AppendAsync(CommandAudit.Entry("keys:create", $"{issued.Key.Id} of admin: admin", services.GetRequiredService<TimeProvider>().GetUtcNow()), cancellationToken);
        }

        return issued;
    }
}
