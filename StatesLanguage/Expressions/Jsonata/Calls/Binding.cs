using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>A variable that a step of a path has bound, and those that were bound before it.</summary>
internal sealed record Binding(string Label, Json? Value, Binding? Earlier)
{
    /// <summary>The latest binding of a label from this one on, or null.</summary>
    public Binding? Find(string label)
    {
        for (var binding = this; binding is not null; binding = binding.Earlier)
        {
            if (string.Equals(binding.Label, label, StringComparison.Ordinal))
            {
                return binding;
            }
        }

        return null;
    }
}
