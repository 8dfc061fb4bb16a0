namespace TaskOrchestration.Benchmarks;

/// <summary>What the subjects of one run have measured so far, by key.</summary>
public sealed class Measurements
{
    private readonly Dictionary<string, double> _values = [];

    /// <summary>Keeps a figure; a key measured twice keeps the later value.</summary>
    public void Add(string key, double value) => _values[key] = value;

    /// <summary>The figure under this key, or null if no subject of this run has measured it.</summary>
    public double? Find(string key) => _values.TryGetValue(key, out var value) ? value : null;
}
