using System.IO;
using System.Linq;
using Xunit;

namespace Dams.Tests.Subjects;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "a|b/c|d")]
    [InlineData("a,b\r\nc,d\r\n", "a|b/c|d")]
    [InlineData("a,b\rc,d", "a|b/c|d")]
    [InlineData("a,b\n\n\nc,d\n\n", "a|b/c|d")]
    [InlineData("\"a,b\",\"say \"\"hi\"\"\"\n", "a,b|say \"hi\"")]
    [InlineData("\"two\nlines\",b", "two\nlines|b")]
    [InlineData("a,,c\n,,\n", "a||c/||")]
    [InlineData("\"\"\n", "")]
    [InlineData("", null)]
    [InlineData("한글,洪^吉洞", "한글|洪^吉洞")]
    public void Text_reads_as_records_of_fields(string text, string? expected)
    {
        var records = CsvText.Read(new StringReader(text)).Select(record => string.Join('|', record)).ToArray();

        Assert.Equal(expected is null ? [] : expected.Split('/'), records);
    }

    [Theory]
    [InlineData("plain", "plain\n")]
    [InlineData("a,b", "\"a,b\"\n")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"\n")]
    [InlineData("two\nlines", "\"two\nlines\"\n")]
    [InlineData(" padded", "\" padded\"\n")]
    [InlineData("", "\n")]
    public void A_field_has_quotes_where_it_needs_them(string field, string expected)
    {
        using var writer = new StringWriter();
        CsvText.Write(writer, field);

        Assert.Equal(expected, writer.ToString());
    }

    [Fact]
    public void What_was_written_reads_back()
    {
        string[][] records = [["a", "b,c", "d\"e\""], ["", "x\r\ny", " z "], ["홍^길동", "-", "'"]];
        using var writer = new StringWriter();
        foreach (var record in records)
            CsvText.Write(writer, record);

        Assert.Equal(records, CsvText.Read(new StringReader(writer.ToString())).Select(record => record.ToArray()));
    }
}
