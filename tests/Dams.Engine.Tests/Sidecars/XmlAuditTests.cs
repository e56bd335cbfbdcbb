using System;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Sidecars;

public sealed class XmlAuditTests : IDisposable
{
    private readonly XmlRunBuilder _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("Basic")]
    [InlineData("Research")]
    [InlineData("Encode")]
    public void What_was_protected_is_found_clean(string profile)
    {
        var originals = _run.Files.WriteSeries("in/images", Planning.SourceUid);
        _run.Files.Write("in/Plan_2024-03-12.xml", Planning.Log(
            Planning.Needle("Lession", @"\Segmentations\SeriesNo_3\SegmentationNo_0") + Planning.Sphere("AblationZone")
            + "<CTInfo operator='Muster'/><Note on='2024-03-12'>Erika Muster, born 17.08.1952</Note><!-- MRN-4711 -->"));
        _run.Files.Write("in/PatientInfo.xml", "<PatientInfo ID='MRN-4711' Initial='Muster Erika' DOB='1952-08-17'/>");
        Assert.Equal(2, _run.Run(_run.Options(profile)).Count);
        // The profile Encode keeps UIDs: they are found, and nothing else.
        var kinds = Find(_run.Out, originals).Where(finding => profile != "Encode" || finding.Kind != IdentifierKind.OriginalUid);
        Assert.Empty(kinds);
    }

    [Theory]
    [InlineData("<PatientInfo ID='MRN-4711'/>", IdentifierKind.Identifier)]
    [InlineData("<PatientInfo Initial='Erika Muster'/>", IdentifierKind.Name)]
    [InlineData("<PatientInfo Initial='&#77;uster'/>", IdentifierKind.Name)]
    [InlineData("<PatientInfo DOB='1952-08-17'/>", IdentifierKind.Date)]
    [InlineData("<PatientData seriesID='1.2.826.0.1.77.1.3'/>", IdentifierKind.OriginalUid)]
    [InlineData("<PatientData seriesPath='C:\\Pat_Muster Erika'/>", IdentifierKind.Name)]
    public void What_should_have_gone_is_found_when_it_is_planted(string text, IdentifierKind kind)
    {
        var originals = _run.Files.WriteSeries("in/images", Planning.SourceUid);
        _run.Files.Write("out/Plan_1.xml", text);
        Assert.Contains(Find(_run.Out, originals), finding => finding.Kind == kind && finding.ElementPath == "line 1");
    }

    [Theory]
    [InlineData("utf-16", "Müller")]
    [InlineData("iso-8859-1", "Müller")]
    [InlineData("euc-kr", "홍길동")]
    public void A_name_is_found_in_the_encoding_of_the_file(string name, string word)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var originals = _run.Files.WriteSeries("in/images", Planning.SourceUid, name: "Muller^A=Hong^Gildong");
        _run.Files.Write("in/images/3.dcm", FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Text("SpecificCharacterSet", "ISO_IR 192").Bytes("PatientName", Encoding.UTF8.GetBytes($"{word}^A")).Text("PatientID", "MRN-4711")));
        _run.Files.Write("out/Plan_1.xml", [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version='1.0' encoding='{name}'?><a>{word}</a>")]);
        Assert.Contains(Find(_run.Out, originals), finding => finding.Kind == IdentifierKind.Name);
    }

    [Fact]
    public void XML_that_cannot_be_read_is_said_to_be_unchecked()
    {
        var originals = _run.Files.WriteSeries("in/images", Planning.SourceUid);
        _run.Files.Write("out/a.xml", "<?xml version='1.0' encoding='klingon'?><a/>");
        Assert.Equal([IdentifierKind.Unchecked], Find(_run.Out, originals).Select(finding => finding.Kind));
    }

    private IdentifierFinding[] Find(string path, string originals)
    {
        var audit = new Audit(new RunContext(_run.Listener) { Workers = 1 });
        audit.AddReference([originals]);
        return audit.Find([path]).ToArray();
    }
}
