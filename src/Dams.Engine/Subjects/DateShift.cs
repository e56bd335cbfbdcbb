using System;
using System.Buffers.Binary;
using System.Text;

namespace Dams.Subjects;

/// <summary>
/// Moves the dates of one subject by the same number of whole days, so that intervals stay and times of day are as they
/// were (PS3.15 section E.3.6). The number comes from the key, is never zero, and is never written anywhere.
/// </summary>
internal sealed class DateShift
{
    private const int MaximumDays = 3650;

    private readonly int _days;

    private DateShift(int days) => _days = days;

    /// <summary>The shift of a subject: 1 to 3650 days back, since an examination in the future would stand out.</summary>
    public static DateShift ForSubject(ProtectionKey key, string subject)
    {
        var bytes = key.Derive(Encoding.UTF8.GetBytes($"date shift\0{subject}"));
        return new DateShift(-1 - (int)(BinaryPrimitives.ReadUInt32BigEndian(bytes) % MaximumDays));
    }

    /// <summary>A day as it is after the shift; false where the calendar has no such day.</summary>
    public bool TryShift(DateTime day, out DateTime shifted)
    {
        shifted = default;
        if (day.Ticks + _days * TimeSpan.TicksPerDay < DateTime.MinValue.Ticks)
            return false;
        shifted = day.AddDays(_days);
        return true;
    }

    /// <summary>
    /// A value of DA, or of DT with all its parts after the date as they are. A date of year and month, or year alone, is
    /// taken as the first of them. Of a range both ends are moved.
    /// </summary>
    /// <returns>Null for what is no date.</returns>
    public string? Shift(string value)
    {
        var text = value.Trim(' ', '\0');
        if (text.Length == 0)
            return value;
        var range = RangeSeparator(text);
        if (range < 0)
            return ShiftOne(text);
        var (first, last) = (text.Substring(0, range), text.Substring(range + 1));
        var (from, to) = (first.Length == 0 ? "" : ShiftOne(first), last.Length == 0 ? "" : ShiftOne(last));
        return from is null || to is null ? null : $"{from}-{to}";
    }

    private string? ShiftOne(string text)
    {
        var digits = 0;
        while (digits < text.Length && text[digits] is >= '0' and <= '9')
            digits++;
        if (digits == 4 && text.Length == 10 && text[4] == '.')
            // The form of ACR-NEMA: what is written is DA of today (PS3.5 table 6.2-1).
            return DicomDate.TryParse(text, out var old) && TryShift(old, out var moved) ? DicomDate.Format(moved) : null;
        // Hours and what follows stay; after digits only a fraction and an offset from UTC may stand.
        if (digits < text.Length && text[digits] is not ('.' or '+' or '-'))
            return null;
        var precision = Math.Min(digits, 8);
        if (precision is not (4 or 6 or 8) || digits is not (4 or 6 or 8 or 10 or 12 or 14))
            return null;
        var whole = text.Substring(0, precision) + "0101".Substring(precision - 4);
        return DicomDate.TryParse(whole, out var day) && TryShift(day, out var shifted)
            ? DicomDate.Format(shifted).Substring(0, precision) + text.Substring(precision)
            : null;
    }

    /// <summary>Where a range is parted: a hyphen with a whole date before it or nothing; an offset from UTC has none.</summary>
    private static int RangeSeparator(string text)
    {
        if (text[0] == '-' || text[text.Length - 1] == '-')
            return text[0] == '-' ? 0 : text.Length - 1;
        for (var i = text.IndexOf('-'); i >= 0; i = text.IndexOf('-', i + 1))
        {
            // "+ZZXX" and "-ZZXX" have four digits; a year alone after a hyphen needs a year alone before it.
            if (text.Length - i - 1 > 4 || i == 4)
                return i;
        }
        return -1;
    }
}
