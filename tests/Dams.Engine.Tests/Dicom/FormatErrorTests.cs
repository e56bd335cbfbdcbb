using System;
using System.Collections.Generic;
using System.IO;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Sources;
using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>Errors about the format that come up behind the reading, or only in files of a size of their own.</summary>
public sealed class FormatErrorTests
{
    [Fact]
    [CoversError("TooManyElements")]
    public void A_file_of_millions_of_elements_is_told()
    {
        using var folder = new TemporaryFolder();
        var path = folder["many.dcm"];
        using (var stream = File.Create(path))
        {
            stream.Write(FileBuilder.Build(Syntax.ImplicitLittle, _ => { }));
            var thousand = FileBuilder.Dataset(Syntax.ImplicitLittle, dataset =>
            {
                for (var i = 0; i < 1000; i++)
                    dataset.Text("Modality", "");
            });
            for (var i = 0; i <= ReadLimits.Elements / 1000; i++)
                stream.Write(thousand);
        }

        var error = Assert.Throws<DamsException>(() => DicomFile.Open(path));

        Assert.Equal("TooManyElements", error.Id);
        Assert.Equal(ErrorScope.File, error.Scope);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [CoversError("DicomDirectory")]
    public void A_directory_is_told_by_its_class_or_its_records(bool byClass)
    {
        var bytes = byClass
            ? FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Text("FileSetID", "NOBODY"), sopClass: "1.2.840.10008.1.3.10")
            : FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .Sequence("DirectoryRecordSequence", item => item.Text("PatientName", "Muster^Erika")));
        using var folder = new TemporaryFolder();

        var scanned = Assert.Single(HeaderScan.Read(
            [new SourceFile("", folder.Write("DICOMDIR", bytes), 1)], InstanceHeader.Read, new RunContext(new RecordingListener())));

        Assert.Equal("DicomDirectory", scanned.Error?.Id);
        Assert.Null(scanned.Header);
    }

    [Theory]
    [InlineData("ISO_IR 100", "홍^길동", false)]
    [InlineData("", "Müller", false)]
    [InlineData("\\ISO 2022 IR 149", "홍^길동", true)]
    [InlineData("ISO_IR 192", "홍^길동", true)]
    [CoversError("NotInCharacterSet")]
    public void A_new_name_that_the_file_cannot_write_is_an_error_and_no_question_mark(string terms, string name, bool isWritable)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("SpecificCharacterSet", terms).Text("SOPClassUID", FileBuilder.CTImageStorage).Text("PatientName", "Muster^Erika"));
        using var folder = new TemporaryFolder();
        ProtectionKey.Create(folder["key"], replace: false);
        var profile = ProfileBuilder.Build(new ProfileRequest(ProfileBuilder.Encode, [], [], [], new Dictionary<string, string>()));
        var deidentifier = new InstanceDeidentifier(profile, ProtectionKey.Read(folder["key"]));
        var identity = new NewIdentity("SUBJ-1", name, null);

        void Deidentify() => deidentifier.Deidentify(file.File, InstanceFacts.Read(file.File), identity);

        if (isWritable)
        {
            Assert.Null(Record.Exception(Deidentify));
            return;
        }
        var error = Assert.Throws<DamsException>(Deidentify);
        Assert.Equal("NotInCharacterSet", error.Id);
        Assert.Equal(ErrorScope.File, error.Scope);
        Assert.Contains("(0010,0010)", error.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain(name, error.Message, StringComparison.Ordinal);
    }
}
