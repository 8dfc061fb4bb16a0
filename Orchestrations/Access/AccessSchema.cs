using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Journals.Sqlite;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>Makes the tables of a file that several processes may open at the same time.</summary>
internal static class AccessSchema
{
    /// <summary>Makes them in a new file, and turns an unknown file away.</summary>
    /// <param name="database">The file.</param>
    /// <param name="version">The version of the tables.</param>
    /// <param name="tables">How they are made.</param>
    /// <param name="upgrades">How tables of the version before each are made into those of the next, from version 1 on; none where nothing has changed yet.</param>
    /// <exception cref="JournalException">The file was written by a later version.</exception>
    public static void Ensure(Database database, long version, string tables, params string[] upgrades)
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

        for (var known = database.Number("PRAGMA user_version"); known < version; known = database.Number("PRAGMA user_version"))
        {
            Upgrade(database, known, upgrades[known - 1]);
        }

        if (database.Number("PRAGMA user_version") is var found && found != version)
        {
            throw new JournalException($"expected a file of version {version}, found one of version {found}: it was written by another release");
        }
    }

    private static void Upgrade(Database database, long from, string upgrade) => database.InTransaction(() =>
    {
        if (database.Number("PRAGMA user_version") == from)
        {
            database.Execute($"{upgrade}; PRAGMA user_version={from + 1}");
        }
    });
}
