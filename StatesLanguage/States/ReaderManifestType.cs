namespace TaskOrchestration.StatesLanguage.States;

/// <summary>What kind of manifest an <see cref="ItemReader"/> reads.</summary>
public enum ReaderManifestType
{
    /// <summary>An inventory of a bucket: the rows of the CSV files it names are the items.</summary>
    S3Inventory,

    /// <summary>What a query of Athena has unloaded: a list of the files with the items.</summary>
    AthenaData,
}
