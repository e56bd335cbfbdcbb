using System;
using System.Linq;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Whole and right instances, of people who do not exist, with a word of their own in each value that tells who it is.</summary>
internal static class DicomSeeds
{
    private const string Ge = "1.2.840.113619.5.2";

    private static readonly string[] TellingTexts =
    [
        "PatientComments", "PatientAddress", "OtherPatientNames", "ReferringPhysicianName", "InstitutionName", "InstitutionAddress",
        "AccessionNumber", "StudyDescription", "SeriesDescription", "OperatorsName", "ImageComments", "RequestingPhysician", "Occupation",
        "AdditionalPatientHistory", "PerformingPhysicianName", "InstitutionalDepartmentName", "StationName", "MedicalAlerts",
    ];

    private static readonly string[] CharacterSets = ["ISO_IR 100", "ISO_IR 192", "GB18030", "\\ISO 2022 IR 87", "ISO 2022 IR 6\\ISO 2022 IR 149", "ISO_IR 144", ""];

    private static readonly Syntax Rle = new("1.2.840.10008.1.2.5", true, false, false);

    private static readonly Syntax[] Syntaxes =
    [
        Syntax.ExplicitLittle, Syntax.ExplicitLittle, Syntax.ExplicitLittle, Syntax.ImplicitLittle, Syntax.ImplicitLittle,
        Syntax.ExplicitBig, Syntax.Deflated, Syntax.JpegBaseline, Rle,
    ];

    public static FuzzFile Make(Random random)
    {
        var syntax = random.Pick(Syntaxes);
        var instance = new InstanceBuilder(random.Pick(FileBuilder.CTImageStorage, FileBuilder.CTImageStorage, InstanceBuilder.UnknownClass), syntax);
        AddPatient(instance, random);
        if (random.Next(2) == 0)
            AddSequences(instance, random);
        if (random.Next(3) == 0)
            AddPrivate(instance, random);
        if (random.Next(4) > 0)
            AddPixels(instance, random, syntax);
        if (random.Next(4) == 0)
            instance.Text("FFFC,FFFC", Markers.Next(random), "OB");
        var file = FuzzFile.From(instance.Build(), syntax);
        if (syntax == Syntax.ImplicitLittle && random.Next(6) == 0)
            file.Meta.First(element => element.Tag == 0x00020010).Value = [.. System.Text.Encoding.ASCII.GetBytes(Ge)];
        return file;
    }

    private static void AddPatient(InstanceBuilder instance, Random random)
    {
        var uid = $"1.2.826.0.1.77.{random.Next()}";
        instance.Text("SpecificCharacterSet", random.Pick(CharacterSets)).Text("Modality", random.Pick("CT", "MR", "US", "SR"))
            .Text("StudyInstanceUID", uid).Text("SeriesInstanceUID", $"{uid}.1").Text("SOPInstanceUID", $"{uid}.1.1")
            .Text("StudyDate", "20240311").Text("SeriesNumber", "3").Text("InstanceNumber", "1").Text("SliceThickness", "2.5")
            .Text("PatientName", Markers.Next(random) + "^Erika").Text("PatientID", Markers.Next(random));
        foreach (var attribute in TellingTexts.Where(_ => random.Next(3) == 0))
            instance.Text(attribute, Markers.Next(random));
    }

    private static void AddSequences(InstanceBuilder instance, Random random)
    {
        void Fill(DatasetBuilder item) => item.Text("PatientName", Markers.Next(random)).Text("PatientID", Markers.Next(random))
            .Sequence("ReferencedStudySequence", inner => inner
                .Text("ReferencedSOPClassUID", FileBuilder.CTImageStorage).Text("ReferencedSOPInstanceUID", "1.2.3.4.5"));
        instance.Sequence("OtherPatientIDsSequence", item => item.Text("PatientID", Markers.Next(random)).Text("TypeOfPatientID", "TEXT"));
        // A sequence that stays, with what does not.
        instance.Add("ReferencedImageSequence", dataset => dataset.Sequence("ReferencedImageSequence", "SQ", random.Next(2) == 0, Fill, Fill));
        if (random.Next(2) == 0)
            instance.Add("ContentSequence", dataset => dataset.UndefinedSequence("ContentSequence", item => item
                .Text("ValueType", "PNAME").Text("PersonName", Markers.Next(random))));
        if (random.Next(2) == 0)
            instance.Add("AnatomicRegionSequence", dataset => dataset.Sequence("AnatomicRegionSequence", "UN", random.Next(2) == 0, Fill));
    }

    private static void AddPrivate(InstanceBuilder instance, Random random)
    {
        instance.Text("0009,0010", random.Pick("GEMS_IDEN_01", "NOBODY 1.0"), "LO").Text("0009,1001", Markers.Next(random), "LO")
            .Text("0029,0010", "SIEMENS CSA HEADER", "LO").Text("0029,1010", Markers.Next(random), "OB");
        if (random.Next(2) == 0)
            instance.Add("0029,1020", dataset => dataset.Sequence("0029,1020", "SQ", random.Next(2) == 0, item => item
                .Text("PatientName", Markers.Next(random))));
        if (random.Next(3) == 0)
            instance.Text("7FE1,0010", "NOBODY 2.0", "LO").Text("7FE1,1001", Markers.Next(random), "OB");
    }

    private static void AddPixels(InstanceBuilder instance, Random random, Syntax syntax)
    {
        instance.Add("Rows", dataset => dataset.Numbers("Rows", 2)).Add("Columns", dataset => dataset.Numbers("Columns", 2))
            .Add("BitsAllocated", dataset => dataset.Numbers("BitsAllocated", 16)).Add("SamplesPerPixel", dataset => dataset.Numbers("SamplesPerPixel", 1))
            .Text("PhotometricInterpretation", "MONOCHROME2");
        if (syntax == Rle)
            instance.Add("PixelData", dataset => dataset.Fragments(RleFrame()));
        else if (syntax == Syntax.JpegBaseline)
            instance.Add("PixelData", dataset => dataset.Fragments([.. Enumerable.Range(0, random.Next(3)).Select(_ => new byte[] { 0xFF, 0xD8, 1, 2 })]));
        else
            instance.Add("PixelData", dataset => dataset.Bytes("PixelData", [1, 2, 3, 4, 5, 6, 7, 8], "OW"));
    }

    /// <summary>Four pixels of 16 bits: two segments, of which each is one run of four literal bytes (PS3.5 section G.3).</summary>
    private static byte[] RleFrame()
    {
        var header = new uint[16];
        (header[0], header[1], header[2]) = (2, 64, 70);
        return [.. header.SelectMany(BitConverter.GetBytes), 3, 1, 2, 3, 4, 0, 3, 5, 6, 7, 8, 0];
    }
}
