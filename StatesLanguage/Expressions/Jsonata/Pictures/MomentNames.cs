namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>The English names of months and days.</summary>
internal static class MomentNames
{
    /// <summary>From January, which is the first.</summary>
    public static readonly IReadOnlyList<string> Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>From Monday, which is the first.</summary>
    public static readonly IReadOnlyList<string> Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
}
