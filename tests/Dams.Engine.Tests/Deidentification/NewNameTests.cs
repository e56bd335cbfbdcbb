using System;
using System.Linq;
using System.Text;
using Dams.Subjects;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>The pseudonym in the attributes that carry it, in the character set of the file.</summary>
public sealed class NewNameTests
{
    private static readonly NewIdentity Korean = new("SUBJ-1", "Hong^Gildong=洪^吉洞=홍^길동", null);

    [Fact]
    public void A_Korean_name_is_written_in_UTF_8()
    {
        var source = new InstanceBuilder().Text("SpecificCharacterSet", "ISO_IR 192").Build();

        var output = Deidentified.Reading(source, identity: Korean);

        Assert.Equal(Korean.PatientName, Encoding.UTF8.GetString(output.Find("PatientName")!.Value).TrimEnd(' '));
    }

    [Fact]
    public void A_Korean_name_is_written_with_the_escapes_of_ISO_IR_149()
    {
        // PS3.5 annex I, example I.2.
        byte[] expected =
        [
            .. "Hong^Gildong="u8, 0x1B, 0x24, 0x29, 0x43, 0xFB, 0xF3, (byte)'^', 0x1B, 0x24, 0x29, 0x43, 0xD1, 0xCE, 0xD4, 0xD7,
            (byte)'=', 0x1B, 0x24, 0x29, 0x43, 0xC8, 0xAB, (byte)'^', 0x1B, 0x24, 0x29, 0x43, 0xB1, 0xE6, 0xB5, 0xBF,
        ];
        var source = new InstanceBuilder().Text("SpecificCharacterSet", "\\ISO 2022 IR 149").Build();

        var value = Deidentified.Reading(source, identity: Korean).Find("PatientName")!.Value;

        Assert.Equal(expected, value[..expected.Length]);
        Assert.All(value[expected.Length..], padding => Assert.Equal((byte)' ', padding));
    }

    [Theory]
    [InlineData(null, "Müller^Öl")]
    [InlineData("ISO_IR 100", "홍^길동")]
    [InlineData("ISO_IR 144", "Müller^Öl")]
    [InlineData("ISO_IR 100", "Hong\u2013Gildong")]
    public void A_name_that_the_file_cannot_write_is_an_error_and_no_question_mark(string? characterSet, string name)
    {
        var source = new InstanceBuilder();
        if (characterSet is not null)
            source.Text("SpecificCharacterSet", characterSet);

        var error = Assert.Throws<DamsException>(() => Deidentified.Bytes(source.Build(), identity: new NewIdentity("SUBJ-1", name, null)));

        Assert.Equal("NotInCharacterSet", error.Id);
        Assert.Equal(ErrorScope.File, error.Scope);
        Assert.DoesNotContain(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_must_be_added_and_cannot_be_written_is_an_error()
    {
        var source = new InstanceBuilder().Without("PatientName").Build();

        Assert.Equal("NotInCharacterSet", Assert.Throws<DamsException>(() => Deidentified.Bytes(source, identity: Korean)).Id);
    }

    [Fact]
    public void An_item_with_a_character_set_of_its_own_is_written_in_it()
    {
        var source = new InstanceBuilder()
            .Text("SpecificCharacterSet", "ISO_IR 192")
            .Sequence("PerformedProtocolCodeSequence", item => item
                .Text("SpecificCharacterSet", "ISO_IR 100")
                .Text("PatientName", "Muster^Erika"))
            .Build();

        var output = Deidentified.Reading(source, identity: new NewIdentity("SUBJ-1", "Müller", null));

        var names = output.All.Where(element => element.Name == "0010,0010").Select(element => element.Value).ToArray();
        Assert.Equal(Encoding.UTF8.GetBytes("Müller "), names[0]);
        Assert.Equal(Encoding.Latin1.GetBytes("Müller"), names[1]);
    }

    [Theory]
    [InlineData("PatientName")]
    [InlineData("PatientID")]
    public void An_instance_without_name_or_id_gets_one_in_the_order_of_tags(string attribute)
    {
        var output = Deidentified.Reading(new InstanceBuilder().Without(attribute).Build());

        Assert.NotEqual("", output.Find(attribute)!.Text);
        var tags = output.Dataset.Select(element => element.Tag).ToArray();
        Assert.Equal(tags.Order(), tags);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("19490203", "19490203")]
    public void The_birth_date_is_what_is_given_or_nothing(string? given, string expected)
    {
        var source = new InstanceBuilder().Build();

        var output = Deidentified.Reading(source, identity: new NewIdentity("SUBJ-1", "SUBJ-1", given));

        Assert.Equal(expected, output.Find("PatientBirthDate")!.Text);
    }

    [Fact]
    public void Inside_a_sequence_what_was_empty_stays_empty()
    {
        var source = new InstanceBuilder().Sequence("PerformedProtocolCodeSequence", item => item
            .Text("PatientName", "").Text("PatientID", "OTHER-1")).Build();

        var item = Deidentified.Reading(source).Find("PerformedProtocolCodeSequence")!.Items![0];

        Assert.Empty(FileReading.Find(item.Elements, "PatientName")!.Value);
        Assert.Equal("SUBJ-0QXZ", FileReading.Find(item.Elements, "PatientID")!.Text);
    }
}
