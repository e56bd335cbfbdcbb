using System;
using System.Linq;
using Dams.Deidentification;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What the output says of its own de-identification.</summary>
public sealed class DeidentificationMarksTests
{
    [Theory]
    [InlineData("explicit")]
    [InlineData("implicit")]
    [InlineData("big")]
    public void Basic_says_what_it_did(string encoding)
    {
        var syntax = encoding switch { "explicit" => Syntax.ExplicitLittle, "implicit" => Syntax.ImplicitLittle, _ => Syntax.ExplicitBig };

        var output = Deidentified.Reading(new InstanceBuilder(syntax: syntax).Build());

        Assert.Equal("YES", output.Find("PatientIdentityRemoved")!.Text);
        Assert.Equal(DeidentificationAttributes.Method, output.Find("DeidentificationMethod")!.Text);
        Assert.Contains(EngineVersion.Text, DeidentificationAttributes.Method, StringComparison.Ordinal);
        Assert.True(DeidentificationAttributes.Method.Length <= 64);
        Assert.Equal("REMOVED", output.Find("LongitudinalTemporalInformationModified")!.Text);
        Assert.Equal(["113100|DCM|Basic Application Confidentiality Profile"], CodesOf(output));
    }

    [Fact]
    public void A_rule_of_the_user_for_a_mark_leaves_no_second_one_and_no_item_without_a_sequence()
    {
        var source = new InstanceBuilder()
            .Text("PatientIdentityRemoved", "NO")
            .Sequence("DeidentificationMethodCodeSequence", item => item.Text("CodeValue", "1").Text("CodingSchemeDesignator", "99X"))
            .Build();
        var profile = Deidentified.Profile(
            ProfileBuilder.Basic, remove: ["DeidentificationMethodCodeSequence"], replace: new() { ["PatientIdentityRemoved"] = "NO" });

        var output = Deidentified.Reading(source, profile);

        Assert.Equal(["YES"], output.Dataset.Where(element => element.Tag == FileReading.TagOf("PatientIdentityRemoved")).Select(element => element.Text));
        Assert.Equal(["113100|DCM|Basic Application Confidentiality Profile"], CodesOf(output));
    }

    [Fact]
    public void The_marks_stand_in_the_order_of_tags()
    {
        var source = new InstanceBuilder().Text("ClinicalTrialSiteID", "").Text("SliceThickness", "2").Text("PlanarConfiguration", "x", "LO").Build();

        var tags = Deidentified.Reading(source).Dataset.Select(element => element.Tag).ToArray();

        Assert.Equal(tags.Order(), tags);
    }

    [Fact]
    public void Encode_leaves_no_mark()
    {
        var output = Deidentified.Reading(new InstanceBuilder().Build(), Deidentified.Encode);

        Assert.DoesNotContain(output.Dataset, element => element.Name is "0012,0062" or "0012,0063" or "0012,0064" or "0028,0303");
    }

    [Fact]
    public void Earlier_methods_and_codes_keep_their_bytes_before_ours()
    {
        var source = new InstanceBuilder()
            .Text("PatientIdentityRemoved", "NO")
            .Text("DeidentificationMethod", "Hand of M\u00FCller\\Other Tool 2.0")
            .Sequence("DeidentificationMethodCodeSequence", item => WriteCode(item, "113105", "Clean Descriptors Option"))
            .Text("LongitudinalTemporalInformationModified", "UNMODIFIED")
            .Build();

        var output = Deidentified.Reading(source);

        Assert.Equal("YES", output.Find("PatientIdentityRemoved")!.Text);
        Assert.Equal($"Hand of M\u00FCller\\Other Tool 2.0\\{DeidentificationAttributes.Method}", output.Find("DeidentificationMethod")!.Text);
        Assert.Equal(
            ["113105|DCM|Clean Descriptors Option", "113100|DCM|Basic Application Confidentiality Profile"], CodesOf(output));
        Assert.Equal("REMOVED", output.Find("LongitudinalTemporalInformationModified")!.Text);
        Assert.Single(output.Dataset, element => element.Name == "0028,0303");
    }

    [Fact]
    public void Earlier_methods_lose_the_patient_where_texts_are_cleaned()
    {
        var source = new InstanceBuilder().Text("DeidentificationMethod", "for Erika Muster\\Other Tool 2.0").Build();

        var output = Deidentified.Reading(source, ProfileOf.Research());

        Assert.Equal($"for [removed]\\Other Tool 2.0\\{DeidentificationAttributes.Method}", output.Find("DeidentificationMethod")!.Text);
    }

    [Theory]
    [InlineData("PatientIdentityRemoved")]
    [InlineData("LongitudinalTemporalInformationModified")]
    public void A_mark_stands_once(string attribute)
    {
        var source = new InstanceBuilder().Add(attribute, dataset => dataset.Text(attribute, "NO").Text(attribute, "MUSTER")).Build();

        var output = Deidentified.Reading(source);

        Assert.Single(output.Dataset, element => element.Tag == FileReading.TagOf(attribute));
        Assert.NotEqual("NO", output.Find(attribute)!.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_second_run_adds_no_second_mark(bool hasUndefinedLengths)
    {
        var instance = new InstanceBuilder();
        if (hasUndefinedLengths)
        {
            instance.Add("DeidentificationMethodCodeSequence", dataset => dataset.UndefinedSequence(
                "DeidentificationMethodCodeSequence", item => WriteCode(item, "113105", "Clean Descriptors Option")));
        }
        var once = Deidentified.Bytes(instance.Build());

        var twice = FileReading.Parse(Deidentified.Bytes(once));

        foreach (var mark in new[] { "PatientIdentityRemoved", "DeidentificationMethod", "DeidentificationMethodCodeSequence", "LongitudinalTemporalInformationModified" })
            Assert.Equal(FileReading.Parse(once).Find(mark)!.Raw, twice.Find(mark)!.Raw);
        Assert.Equal(hasUndefinedLengths ? 2 : 1, CodesOf(twice).Length);
    }

    [Fact]
    public void Empty_marks_are_filled()
    {
        var source = new InstanceBuilder()
            .Text("PatientIdentityRemoved", "")
            .Text("DeidentificationMethod", "")
            .Sequence("DeidentificationMethodCodeSequence")
            .Build();

        var output = Deidentified.Reading(source);

        Assert.Equal(DeidentificationAttributes.Method, output.Find("DeidentificationMethod")!.Text);
        Assert.Equal(["113100|DCM|Basic Application Confidentiality Profile"], CodesOf(output));
    }

    private static void WriteCode(DatasetBuilder item, string value, string meaning) => item
        .Text("CodeValue", value)
        .Text("CodingSchemeDesignator", "DCM")
        .Text("CodeMeaning", meaning);

    private static string[] CodesOf(FileReading file) =>
    [
        .. file.Find("DeidentificationMethodCodeSequence")!.Items!
            .Select(item => string.Join('|', item.Elements.Select(element => element.Text))),
    ];
}
