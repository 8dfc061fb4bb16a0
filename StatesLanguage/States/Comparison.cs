namespace TaskOrchestration.StatesLanguage.States;

/// <summary>The comparison operators, named as in the language. Those with a <c>…Path</c> twin share their member with it.</summary>
public enum Comparison
{
#pragma warning disable CS1591 // The names are the language's own and say all there is to say.
    StringEquals,
    StringLessThan,
    StringGreaterThan,
    StringLessThanEquals,
    StringGreaterThanEquals,
    StringMatches,
    NumericEquals,
    NumericLessThan,
    NumericGreaterThan,
    NumericLessThanEquals,
    NumericGreaterThanEquals,
    BooleanEquals,
    TimestampEquals,
    TimestampLessThan,
    TimestampGreaterThan,
    TimestampLessThanEquals,
    TimestampGreaterThanEquals,
    IsNull,
    IsPresent,
    IsNumeric,
    IsString,
    IsBoolean,
    IsTimestamp,
#pragma warning restore CS1591
}
