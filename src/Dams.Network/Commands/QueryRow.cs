using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Dams.Commands;

namespace Dams.Network.Commands;

/// <summary>What a row of a list asks for: cells of Excel may be dates and numbers.</summary>
internal static class QueryRow
{
    // Beyond it a number of Excel is not exact.
    private const double LargestNumber = 1e15;

    /// <summary>The text in the first of some columns that there is, as a query has it; empty where there is none.</summary>
    public static string Text(RowValues row, string[] titles)
    {
        var value = titles.SelectMany(title => row.Cells.Where(cell => ColumnTitles.Fold(cell.Title) == title)).Select(cell => cell.Value).FirstOrDefault();
        return value switch
        {
            DateTime day => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            double number when number == Math.Floor(number) && Math.Abs(number) < LargestNumber => number.ToString("F0", CultureInfo.InvariantCulture),
            _ => LanguagePrimitives.ConvertTo<string>(value) ?? "",
        };
    }
}
