namespace Azure.Data.Tables;

/// <summary>Whom a token is for.</summary>
public readonly struct TableAudience : IEquatable<TableAudience>
{
    private readonly string value;

    public TableAudience(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = value;
    }

    public static TableAudience AzureChina { get; } = new("https://storage.azure.cn");

    public static TableAudience AzureGovernment { get; } = new("https://storage.azure.us");

    public static TableAudience AzurePublicCloud { get; } = new("https://storage.azure.com");

    internal string Scope => $"{(value ?? AzurePublicCloud.value).TrimEnd('/')}/.default";

    public static implicit operator TableAudience(string value) => new(value);

    public static bool operator ==(TableAudience left, TableAudience right) => left.Equals(right);

    public static bool operator !=(TableAudience left, TableAudience right) => !left.Equals(right);

    public bool Equals(TableAudience other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => obj is TableAudience other && Equals(other);

    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    public override string ToString() => value;
}
