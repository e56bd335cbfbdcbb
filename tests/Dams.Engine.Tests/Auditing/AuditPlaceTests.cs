using System.Text;
using Xunit;

namespace Dams.Tests.Auditing;

/// <summary>What was left beside the instances: in names and in other files.</summary>
public sealed class AuditPlaceTests : AuditTestBase
{
    [Theory]
    [InlineData("MUSTER_ERIKA/1.dcm", IdentifierKind.Name)]
    [InlineData("series/mrn4711.dcm", IdentifierKind.Identifier)]
    [InlineData("series/1.2.276.0.4711.1.1.dcm", IdentifierKind.OriginalUid)]
    public void A_leftover_is_found_in_the_names_of_files_andFolders(string path, IdentifierKind kind)
    {
        Folder.Write("out/" + path, Clean().Build());

        var finding = Assert.Single(Find(Folder["out"], Folder["originals"]));

        Assert.Equal((kind, ""), (finding.Kind, finding.ElementPath));
        AssertTellsNothing(finding);
    }

    [Theory]
    [InlineData("plan.xml", "<plan>\n<patient name=\"MUSTER, ERIKA\"/></plan>", "utf-8", "Name")]
    [InlineData("plan.xml", "<plan>\n<id>MRN-4711</id></plan>", "utf-16", "Identifier")]
    [InlineData("plan.xml", "<plan>\n<n>&#54861;&#44600;&#46041;</n></plan>", "utf-8", "Name")]
    [InlineData("plan.xml", "<?xml version=\"1.0\" encoding=\"euc-kr\"?>\n<n>홍길동</n>", "euc-kr", "Name")]
    [InlineData("plan.json", "{\n\"n\": \"\\ud64d\\uae38\\ub3d9\" }", "utf-8", "Name")]
    [InlineData("notes.txt", "liver\nread by Dr. Schmidtke", "utf-8", "Name")]
    [InlineData("table.csv", "uid\n1.2.276.0.4711.1.1", "utf-8", "OriginalUid")]
    [InlineData("run.log", "start\nfrom /in/Muster^Erika/1.dcm", "utf-8", "Name")]
    public void A_leftover_is_found_in_text_files_beside_the_images(string name, string text, string encoding, string kind)
    {
        Folder.Write("out/" + name, encoding == "utf-16" ? [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] : Encode(encoding, text));

        var finding = Assert.Single(Find(Folder["out"], Folder["originals"]));

        Assert.Equal(("line 2", kind), (finding.ElementPath, $"{finding.Kind}"));
        AssertTellsNothing(finding);
    }
}
