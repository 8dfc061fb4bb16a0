namespace TaskOrchestration.StatesLanguage.States;

/// <summary>What becomes of a listing of objects.</summary>
public enum ReaderTransformation
{
    /// <summary>What the listing says of an object is the item.</summary>
    None,

    /// <summary>Each object is read, and what is in it are the items.</summary>
    LoadAndFlatten,
}
