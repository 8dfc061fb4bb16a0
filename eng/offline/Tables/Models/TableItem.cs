namespace Azure.Data.Tables.Models;

/// <summary>A table.</summary>
public class TableItem
{
    public TableItem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    public string Name { get; }
}
