using System;
using System.Globalization;
using System.Text;
using Dams.Deidentification;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What was found to hold nothing of the patient is known again by its very bytes, and by how they were read.</summary>
public sealed class UnchangedValuesTests
{
    private readonly UnchangedValues _values = new();

    [Fact]
    public void A_value_is_known_as_it_was_read_and_no_other()
    {
        _values.Add("ABDOMEN"u8, Vr.CS, TextTreatment.KnownInTerm);

        Assert.True(_values.Contains("ABDOMEN"u8, Vr.CS, TextTreatment.KnownInTerm));
        Assert.False(_values.Contains("ABDOMEN"u8, Vr.LO, TextTreatment.KnownInTerm));
        Assert.False(_values.Contains("ABDOMEN"u8, Vr.CS, TextTreatment.All));
        Assert.False(_values.Contains("ABDOMEN "u8, Vr.CS, TextTreatment.KnownInTerm));
        Assert.False(_values.Contains(""u8, Vr.CS, TextTreatment.KnownInTerm));
    }

    /// <summary>Bytes that mean other characters in another character set (PS3.5 section 6.1).</summary>
    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xE4 })]
    [InlineData(new byte[] { 0x1B, (byte)'$', (byte)'B', (byte)'8', (byte)'!' })]
    public void What_depends_on_the_character_set_is_not_remembered(byte[] bytes)
    {
        _values.Add(bytes, Vr.LO, TextTreatment.Known);

        Assert.False(_values.Contains(bytes, Vr.LO, TextTreatment.Known));
    }

    [Fact]
    public void Long_values_are_not_remembered()
    {
        var bytes = Encoding.ASCII.GetBytes(new string('a', UnchangedValues.LongestRemembered + 1));
        _values.Add(bytes, Vr.LT, TextTreatment.Known);

        Assert.False(_values.Contains(bytes, Vr.LT, TextTreatment.Known));
    }

    [Fact]
    public void Many_values_take_bounded_memory_and_no_answer_is_wrong()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20_000; i++)
            _values.Add(Bytes(i), Vr.LO, TextTreatment.Known);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20L << 20);

        Assert.True(_values.Contains(Bytes(19_999), Vr.LO, TextTreatment.Known));
        for (var i = 20_000; i < 40_000; i++)
            Assert.False(_values.Contains(Bytes(i), Vr.LO, TextTreatment.Known));
    }

    private static byte[] Bytes(int number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));
}
