using System.Runtime.InteropServices;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>A month of a year; months count from 1.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct YearMonth(long Year, int Month)
{
    public YearMonth Plus(int months)
    {
        var all = (Year * 12) + Month - 1 + months;
        var year = all >= 0 ? all / 12 : (all - 11) / 12;
        return new YearMonth(year, (int)(all - (year * 12)) + 1);
    }
}
