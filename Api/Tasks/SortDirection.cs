namespace TaskOrchestration.Api.Tasks;

/// <summary>In which direction a list is sorted.</summary>
internal enum SortDirection
{
    Asc,
    Desc,
}
