using System;

namespace Dams.Cleaning.Dates;

/// <summary>One way to read a date in a text.</summary>
/// <param name="Write">Writes another day in the same form.</param>
internal sealed record DateReading(DateTime Date, Func<DateTime, string> Write);
