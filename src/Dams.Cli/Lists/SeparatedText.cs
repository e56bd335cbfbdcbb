using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;

namespace Dams.Cli.Lists;

/// <summary>
/// Reads text with separators as programs save it: UTF-8 with or without a mark, UTF-16 with one; commas, semicolons,
/// tabs or bars.
/// </summary>
internal static class SeparatedText
{
    private const string NameOfSeparator = "sep=";

    public static IEnumerable<object?[]> Read(Stream stream)
    {
        using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var whole = text.ReadToEnd();
        if (whole.Contains('\0', StringComparison.Ordinal))
            throw CommandErrors.MalformedPatientList("not in UTF-8");
        using var reader = CsvReader.FromText(WithoutSeparatorLine(whole), new CsvReaderOptions
        {
            Separator = NamesSeparator(whole) ? whole[NameOfSeparator.Length] : CsvText.FindSeparator(whole),
            HasHeader = false,
            SkipEmptyLines = false,
        });
        while (reader.Read())
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
    }

    /// <summary>The text without a first line such as <c>sep=;</c>, which tells Excel the separator and is no row.</summary>
    private static string WithoutSeparatorLine(string text) =>
        NamesSeparator(text) ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : text;

    private static bool NamesSeparator(string text) =>
        text.StartsWith(NameOfSeparator, StringComparison.OrdinalIgnoreCase) && text.Length > NameOfSeparator.Length;
}
