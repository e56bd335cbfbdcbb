using System;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Sidecars.Xml;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Sidecars;

public class XmlSourceTests
{
    private const string Odd =
        "<?xml version='1.0'  encoding='utf-8' standalone=\"yes\" ?>\r\n<!-- a > b -->\r\n<?style  type=\"x\"?>\r\n"
        + "<a:Root xmlns:a = 'urn:x'\r\n\tb=\"1 &lt; 2\" c='say &quot;x&quot; > \t'>\r\n  text &amp; &#x41;\r\n"
        + "  <empty/><empty /><![CDATA[ <raw> & ]]>tail<!---->\r\n  <deep><deeper attr=''></deeper ></deep>\r\n</a:Root>\r\n<!--end-->\r\n";

    [Fact]
    public void Every_part_stands_where_the_framework_reads_it()
    {
        var source = XmlSource.Parse(XmlText.Parse(Encoding.UTF8.GetBytes(Odd)));
        var elements = source.Parts.Where(part => part.Kind == XmlPartKind.Element).ToArray();
        Assert.Equal(["a:Root", "empty", "empty", "deep", "deeper"], elements.Select(part => part.Name));
        Assert.Equal("<deep><deeper attr=''></deeper ></deep>", Odd[elements[3].Start..elements[3].End]);
        Assert.Equal("1 &lt; 2", Odd[elements[0].Attributes[1].ValueStart..elements[0].Attributes[1].ValueEnd]);
    }

    [Fact]
    public void Without_changes_the_bytes_are_those_of_the_file()
    {
        foreach (var encoding in new Encoding[]
        {
            new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true),
            new UnicodeEncoding(false, false),
        })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Odd)];
            var text = XmlText.Parse(bytes);
            Assert.Equal(bytes, new XmlEdits(XmlSource.Parse(text).Text).ToBytes());
            Assert.False(text.IsGuessed);
        }
    }

    [Theory]
    [InlineData("iso-8859-1", "Müller")]
    [InlineData("euc-kr", "홍길동")]
    [InlineData("windows-1252", "Œuvre – ß")]
    [InlineData("shift_jis", "山田")]
    public void The_encoding_that_the_declaration_names_is_read_and_written(string name, string word)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><a b=\"{word}\">x</a>");
        var source = XmlSource.Parse(XmlText.Parse(bytes));
        Assert.Equal(word, source.Document.DocumentElement!.GetAttribute("b"));
        var edits = new XmlEdits(source.Text);
        edits.SetContent(source.Parts[0], $"{word} \u2603 <");
        var written = XmlSource.Parse(XmlText.Parse(edits.ToBytes()));
        Assert.Equal($"{word} \u2603 <", written.Document.DocumentElement!.InnerText);
        Assert.Equal(bytes[..^5], edits.ToBytes()[..(bytes.Length - 5)]);
    }

    [Fact]
    public void Bytes_that_are_not_of_the_named_encoding_are_read_one_by_one_and_said_to_be_guessed()
    {
        byte[] bytes = [.. "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a b=\"M"u8, 0xFC, .. "ller\"/>"u8];
        var text = XmlText.Parse(bytes);
        Assert.True(text.IsGuessed);
        Assert.Equal(bytes, new XmlEdits(XmlSource.Parse(text).Text).ToBytes());
    }

    [Fact]
    public void A_value_that_changes_keeps_its_quotes_and_its_neighbours()
    {
        var source = XmlSource.Parse(XmlText.Parse("<a  x='1'\n y = \"2\" z='3'/>"u8.ToArray()));
        var edits = new XmlEdits(source.Text);
        edits.SetValue(source.Parts[0].Attributes[0], "it's \"<&\"");
        edits.SetValue(source.Parts[0].Attributes[1], "it's \"<&\"");
        Assert.Equal(
            "<a  x='it&apos;s \"&lt;&amp;\"'\n y = \"it's &quot;&lt;&amp;&quot;\" z='3'/>", Encoding.UTF8.GetString(edits.ToBytes()));
    }

    [Fact]
    public void An_element_of_one_tag_opens_for_content()
    {
        var source = XmlSource.Parse(XmlText.Parse("<a><b  c='1' /></a>"u8.ToArray()));
        var edits = new XmlEdits(source.Text);
        edits.SetContent(source.Parts[1], "new");
        Assert.Equal("<a><b  c='1' >new</b></a>", Encoding.UTF8.GetString(edits.ToBytes()));
    }

    [Theory]
    [CoversError(nameof(SidecarErrors.XmlWithDtd))]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>")]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE a><a/>")]
    public void A_document_type_definition_is_refused(string text) => Assert.Equal(nameof(SidecarErrors.XmlWithDtd), ErrorOf(text).Id);

    [Theory]
    [CoversError(nameof(SidecarErrors.MalformedXml))]
    [InlineData("", 1)]
    [InlineData("no markup", 1)]
    [InlineData("<a>\n<b></a>", 2)]
    [InlineData("<a>\n\n&unknown;</a>", 3)]
    [InlineData("<a b=1/>", 1)]
    [InlineData("<a b='1' b='2'/>", 1)]
    [InlineData("<a><b>", 1)]
    [InlineData("<a/>\n<b/>", 2)]
    [InlineData("<a>\u0001</a>", 1)]
    [InlineData("<a><!-- x", 1)]
    [InlineData(" <?xml version=\"1.0\"?><a/>", 1)]
    [InlineData("<?xml version=\"1.0x\"?><a/>", 1)]
    [InlineData("<a", 1)]
    [InlineData("</a>", 1)]
    public void Text_that_is_not_well_formed_is_refused_with_its_line(string text, int line)
    {
        var error = ErrorOf(text);
        Assert.Equal(nameof(SidecarErrors.MalformedXml), error.Id);
        Assert.Contains($"line {line}.", error.Message);
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.XmlTooLarge))]
    public void Text_that_nests_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.Equal(nameof(SidecarErrors.XmlTooLarge), ErrorOf(deep).Id);
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.XmlTooLarge))]
    public void Hundreds_of_thousands_of_CDATA_sections_beside_one_another_do_not_hang()
    {
        var many = $"<a>{string.Concat(Enumerable.Repeat("<![CDATA[x]]>", 500_000))}</a>";
        Assert.Equal(nameof(SidecarErrors.XmlTooLarge), ErrorOf(many).Id);
    }

    [Fact]
    public void Text_in_some_CDATA_sections_beside_one_another_is_read()
    {
        var source = XmlSource.Parse(XmlText.Parse(Encoding.UTF8.GetBytes($"<a>{string.Concat(Enumerable.Repeat("<![CDATA[x]]>", 256))}</a>")));
        Assert.Equal(new string('x', 256), source.Document.InnerText);
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.XmlTooLarge))]
    public void A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        using (var stream = File.Create(folder["large.xml"]))
            stream.SetLength(XmlText.MaximumLength + 1);
        Assert.Equal(nameof(SidecarErrors.XmlTooLarge), Assert.Throws<DamsException>(() => XmlSource.Read(folder["large.xml"])).Id);
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.UnreadableXmlEncoding))]
    public void An_encoding_that_nobody_knows_is_refused()
    {
        var bytes = "<?xml version=\"1.0\" encoding=\"klingon\"?><a/>"u8.ToArray();
        Assert.Equal(nameof(SidecarErrors.UnreadableXmlEncoding), Assert.Throws<DamsException>(() => XmlText.Parse(bytes)).Id);
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.UnreadableXmlEncoding))]
    public void Half_a_character_of_UTF_16_is_refused()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<a/>"), 0x41];
        Assert.Equal(nameof(SidecarErrors.UnreadableXmlEncoding), Assert.Throws<DamsException>(() => XmlText.Parse(bytes)).Id);
    }

    [Fact]
    public void No_error_repeats_what_the_file_holds() =>
        Assert.DoesNotContain("Muster", ErrorOf("<a><Muster></Erika></a>").ToString(), StringComparison.Ordinal);

    private static DamsException ErrorOf(string text) =>
        Assert.Throws<DamsException>(() => XmlSource.Parse(XmlText.Parse(Encoding.UTF8.GetBytes(text))));
}
