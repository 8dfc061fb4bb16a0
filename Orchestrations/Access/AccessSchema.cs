using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Journals.Sqlite;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>Makes the tables of a file that several processes may open at the same time.</summary>
internal static class AccessSchema
{
    /// <summary>Makes them in a new file, and turns an unknown file away.</summary>
    /// <exception cref="JournalException">The file was written by another version.</exception>
    public static void Ensure(Database database, long version, string tables)
    {
        if (database.Number("PRAGMA user_version") == 0)
        {
            // Asked once more inside: another process may have made them in between.
            database.InTransaction(() =>
            {
                if (database.Number("PRAGMA user_version") == 0)
                {
                    database.Execute($"{tables}; PRAGMA user_version={version}");
                }
            });
        }

        if (database.Number("PRAGMA user_version") is var found && found != version)
        {
            throw new JournalException($"expected a file of version {version}, found one of version {found}: it was written by another release");
        }
    }
}
