using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.PatientLists;

/// <summary>An id as a cell gives it.</summary>
/// <param name="Text">The id; of a number its digits.</param>
/// <param name="IsNumber">Whether the cell holds a number, which has no leading zeros.</param>
internal readonly record struct ListID(string Text, bool IsNumber)
{
    // A spreadsheet keeps 15 digits of a number.
    private const double Limit = 1e15;

    // What pandas writes of a number in a column that has gaps.
    private static readonly Regex WholeNumber = new(@"^([0-9]+)\.0+$", RegexOptions.CultureInvariant);

    /// <summary>Reads a cell that is not blank.</summary>
    /// <exception cref="DamsException">It holds what cannot be an id.</exception>
    public static ListID Read(object value) => value switch
    {
        string text => Read(CellValue.TextOf(text)),
        double or float or decimal => Read(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long or ulong =>
            Convert.ToDecimal(value, CultureInfo.InvariantCulture) is >= 0 and var number
                ? new ListID(number.ToString(CultureInfo.InvariantCulture), true)
                : throw PatientListErrors.UnreadableID(),
        bool or DateTime or DateTimeOffset or TimeSpan => throw PatientListErrors.UnreadableID(),
        _ => Read(CellValue.TextOf(value)),
    };

    /// <summary>The text, with one zero in front where it is a number.</summary>
    public string Normalized => IsDigits(Text) ? $"0{Text.TrimStart('0')}" : Text;

    /// <summary>Whether it is the same but for zeros in front, where both are numbers.</summary>
    public bool Matches(string id) => Normalized == new ListID(id, IsNumber).Normalized;

    private static ListID Read(string text) =>
        WholeNumber.Match(text) is { Success: true } match ? new ListID(match.Groups[1].Value, true) : new ListID(text, false);

    private static ListID Read(double number) => number >= 0 && number < Limit && Math.Floor(number) == number
        ? new ListID(number.ToString("0", CultureInfo.InvariantCulture), true)
        : throw PatientListErrors.UnreadableID();

    private static bool IsDigits(string text) => text.Length > 0 && text.All(character => character is >= '0' and <= '9');
}
