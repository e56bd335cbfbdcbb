using System;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Elements of a command and of the file meta information that stand in a dataset (PS3.5 section 7.1, PS3.15 section E.1.1).</summary>
public sealed class MisplacedElementTests
{
    private const string Name = "Muster";

    [Theory]
    [InlineData("Basic", nameof(Syntax.ExplicitLittle))]
    [InlineData("Basic", nameof(Syntax.ImplicitLittle))]
    [InlineData("Basic", nameof(Syntax.ExplicitBig))]
    [InlineData("Basic", nameof(Syntax.Deflated))]
    [InlineData("Research", nameof(Syntax.ExplicitLittle))]
    [InlineData("Research", nameof(Syntax.Deflated))]
    public void Those_in_the_middle_and_in_items_go(string profile, string syntax)
    {
        var source = FileBuilder.Build(Syntaxes.Find(syntax), dataset => dataset
            .Text("SOPClassUID", FileBuilder.CTImageStorage)
            .Text("SOPInstanceUID", "1.2.3")
            .Text("0002,0016", Name, "AE")
            .Sequence("ReferencedImageSequence", item => item
                .Text("ReferencedSOPInstanceUID", "1.2.3.4")
                .Text("0002,0016", Name, "AE")
                .Bytes("0002,0102", System.Text.Encoding.ASCII.GetBytes(Name), "OB"))
            .Text("0000,5010", Name, "SH")
            .Text("PatientID", "MRN-4711")
            .Text("0002,0016", Name, "AE"));

        var output = Deidentified.Reading(source, Deidentified.Profile(profile));

        Assert.Null(output.Find("0002,0016"));
        Assert.Null(output.Find("0000,5010"));
        Assert.Equal(-1, Deidentified.Bytes(source, Deidentified.Profile(profile)).AsSpan().IndexOf("Muster"u8));
    }

    [Fact]
    public void Those_of_a_command_without_its_length_in_front_go()
    {
        var source = FileBuilder.Build(Syntax.ImplicitLittle, dataset => dataset
            .Text("0000,0002", "1.2.3", "UI")
            .Text("0000,5010", Name, "SH")
            .Text("SOPClassUID", FileBuilder.CTImageStorage)
            .Text("SOPInstanceUID", "1.2.3"));

        Assert.Equal(-1, Deidentified.Bytes(source).AsSpan().IndexOf("Muster"u8));
    }
}
