namespace TaskOrchestration.StatesLanguage.States;

/// <summary>Where the names of a CSV file's columns are.</summary>
public enum CsvHeaderLocation
{
    /// <summary>In its first row.</summary>
    FirstRow,

    /// <summary>In the definition (<see cref="ReaderConfig.CsvHeaders"/>).</summary>
    Given,
}
