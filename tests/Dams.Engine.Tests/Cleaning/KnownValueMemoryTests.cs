using System;
using System.Collections.Generic;
using Dams.Cleaning;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Values that are known again from the file before are those that reading them anew would give.</summary>
public sealed class KnownValueMemoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KnownValueMemory _memory = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_next_slice_has_the_same_list()
    {
        var first = Read(Slice("1", "20240311101500.1"));

        Assert.Same(first, Read(Slice("2", "20240311101502.7")));
        Assert.Contains(new KnownValue(KnownValueKind.Date, "20240311"), first);
    }

    [Fact]
    public void Another_day_is_another_date()
    {
        Read(Slice("1", "20240311101500"));

        Assert.Contains(new KnownValue(KnownValueKind.Date, "20240312"), Read(Slice("2", "20240312101500")));
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("20240311101500\\20231224101500")]
    [InlineData(" 20240311101500")]
    public void A_time_that_is_written_otherwise_is_read_anew(string time)
    {
        Read(Slice("1", "20240311101500"));

        Assert.Equal(Anew(Slice("2", time)), Read(Slice("2", time)));
    }

    [Fact]
    public void Another_name_is_read_anew() => Differs(file => file.Text("PatientName", "Brelvan^Ossi"));

    [Fact]
    public void A_name_more_is_read_anew() => Differs(file => file.Text("OtherPatientNames", "Brelvan^Ossi"));

    [Fact]
    public void A_name_less_is_read_anew() => Differs(file => file.Without("PatientName"));

    [Fact]
    public void A_name_that_is_too_long_to_be_looked_for_is_read_anew() => Differs(file => file.Text("PatientName", new string('A', 2000)));

    [Fact]
    public void A_name_in_an_item_is_read_anew() =>
        Differs(file => file.Sequence("RequestAttributesSequence", item => item.Text("RequestingPhysician", "Brelvan^Ossi")));

    [Fact]
    public void Bytes_in_another_character_set_are_read_anew() => Differs(file => file.Text("SpecificCharacterSet", "ISO_IR 144"));

    [Fact]
    public void A_station_that_is_called_after_another_maker_is_read_anew() => Differs(file => file.Text("Manufacturer", "Velmar"));

    private void Differs(Func<InstanceBuilder, InstanceBuilder> change)
    {
        var before = Read(Named());
        var after = Read(change(Named()));

        Assert.Equal(Anew(change(Named())), after);
        Assert.NotEqual(before, after);
    }

    private static InstanceBuilder Named() => Slice("1", "20240311101500")
        .Text("SpecificCharacterSet", "ISO_IR 100").Text("ReferringPhysicianName", "Müller^Jörg").Text("StationName", "Velmar");

    private static InstanceBuilder Slice(string number, string time) => new InstanceBuilder()
        .Text("PatientName", "Quistenberg^Alrun").Text("InstanceNumber", number).Text("AcquisitionDateTime", time);

    private IReadOnlyList<KnownValue> Read(InstanceBuilder slice) => With(slice, _memory.Read);

    private IReadOnlyList<KnownValue> Anew(InstanceBuilder slice) => With(slice, KnownValueReader.Read);

    private IReadOnlyList<KnownValue> With(InstanceBuilder slice, Func<DicomFile, IReadOnlyList<KnownValue>> read)
    {
        using var file = DicomFile.Open(_folder.Write("slice", slice.Build()));
        return read(file);
    }
}
