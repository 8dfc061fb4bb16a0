namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>What pages have settled that is not taken from what is pending yet.</summary>
/// <param name="Places">The entries.</param>
/// <param name="Cleared">The settlements that were asked and have left nothing behind.</param>
internal sealed record TakenEntries(IReadOnlySet<EntryPlace> Places, IReadOnlyList<string> Cleared)
{
    public bool Contains(EntryPlace place) => Places.Contains(place);
}
