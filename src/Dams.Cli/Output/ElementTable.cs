using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dams.Cli.Output;

/// <summary>Writes the elements of a file as a table for people.</summary>
internal static class ElementTable
{
    private const int LongestValue = 80;

    private static readonly string[] Titles = ["Tag", "VR", "Length", "Element", "Value"];

    /// <param name="hasTitle">Whether the file stands above it, as where there are several.</param>
    public static void Write(IReadOnlyList<DicomElement> elements, bool hasTitle)
    {
        if (elements.Count == 0)
            return;
        if (hasTitle)
            Console.WriteLine(Printable(elements[0].File));
        TextTable.Write(Titles, elements.Select(element => new[]
        {
            element.Tag, element.VR, element.Length.ToString(CultureInfo.InvariantCulture), element.ElementPath, Shorten(TextOf(element.Value)),
        }));
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        object[] several => string.Join('\\', several.Select(TextOf)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Shorten(string text) => Printable(text.Length > LongestValue ? $"{text[..LongestValue]}…" : text);

    // What controls a terminal is no text for people.
    private static string Printable(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
