using System.Collections.Concurrent;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>The functions that tasks may name.</summary>
public sealed class TaskHandlers
{
    private readonly ConcurrentDictionary<string, ITaskHandler> byName = new(StringComparer.Ordinal);

    /// <summary>No functions.</summary>
    public TaskHandlers()
    {
    }

    /// <summary>The functions of these registrations; of registrations with one name the last counts.</summary>
    public TaskHandlers(IEnumerable<TaskHandlerRegistration> registrations)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        foreach (var registration in registrations)
        {
            Add(registration.Name, registration.Handler);
        }
    }

    /// <summary>The names there are, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => [.. byName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Puts a handler under a name, in the place of one that had it.</summary>
    /// <param name="name">The name, as in <c>arn:aws:lambda:…:function:NAME</c>; <c>NAME:QUALIFIER</c> for one version or alias alone.</param>
    /// <param name="handler">What does the work.</param>
    public TaskHandlers Add(string name, ITaskHandler handler)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(handler);
        byName[name] = handler;
        return this;
    }

    /// <inheritdoc cref="Add(string, ITaskHandler)"/>
    public TaskHandlers Add(string name, Func<TaskInvocation, CancellationToken, ValueTask<Json>> handler) =>
        Add(name, new DelegateTaskHandler(handler));

    /// <summary>The handler for a name: the one for that very qualifier if there is one, else the one for all.</summary>
    public ITaskHandler? Find(string name, string? qualifier = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return qualifier is not null && byName.TryGetValue($"{name}:{qualifier}", out var qualified)
            ? qualified
            : byName.GetValueOrDefault(name);
    }
}
