using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ExcelDataReader;

namespace Dams.Cli.Lists;

/// <summary>Reads the first sheet of an Excel workbook, in any of its formats.</summary>
internal static class Workbook
{
    public static IEnumerable<object?[]> Read(Stream stream)
    {
        // The old format names code pages, which .NET has only on request.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        while (reader.Read())
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader, i))];
    }

    /// <summary>A number whose format is zeros alone is an id that has leading zeros on the screen.</summary>
    private static object? Cell(IExcelDataReader reader, int column)
    {
        var value = reader.GetValue(column);
        return value is double number && reader.GetNumberFormatString(column) is { Length: > 1 } format && format.All(character => character == '0')
            ? number.ToString(format, CultureInfo.InvariantCulture)
            : value;
    }
}
