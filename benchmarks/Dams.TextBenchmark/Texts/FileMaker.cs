using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Dams.Benchmarks.Text.People;
using Dams.Tests.Support;

namespace Dams.Benchmarks.Text.Texts;

/// <summary>Makes files of the patients of a language, each with a report in one of the attributes where reports stand.</summary>
internal sealed class FileMaker(Language language, int seed)
{
    private const int FilesOfPatient = 3;
    private const int TrapEvery = 4;
    private const string Document = "1.2.840.10008.5.1.4.1.1.88.11";
    private static readonly string[] Places = ["0040A730/0040A160", "00204000", "001021B0", "00402400"];

    private readonly Random _random = new(seed);
    private int _instance;

    public IEnumerable<TextFile> Make(int count)
    {
        for (var number = 0; number * FilesOfPatient < count; number++)
        {
            var patient = Patient(number);
            for (var i = 0; i < FilesOfPatient && number * FilesOfPatient + i < count; i++)
                yield return File(patient, number, i);
        }
    }

    private Patient Patient(int number)
    {
        var people = new PersonMaker(language, _random);
        var script = language.IsAsian ? number % 3 : 0;
        return new(
            people.Make(isTrap: number % TrapEvery == TrapEvery - 1),
            $"{(char)('A' + _random.Next(26))}{_random.Next(1000000, 9999999)}",
            $"{_random.Next(10000000, 99999999)}",
            new DateTime(1930, 1, 1).AddDays(_random.Next(27000)),
            new DateTime(2019, 6, 1).AddDays(_random.Next(1800)),
            people.Make(),
            people.Pick(language.Of("hospitals")),
            HasScript: script != 1,
            HasLatin: script != 0);
    }

    private TextFile File(Patient patient, int number, int index)
    {
        var report = new ReportMaker(language, _random, patient).Make();
        var text = string.Concat(report.Pieces.Select(piece => piece.Text)).TrimEnd('\n');
        var place = Places[_random.Next(Places.Length)];
        var instance = $"1.2.826.0.1.3680043.9999.{seed}.{++_instance}";
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => Write(dataset, patient, instance, place, text, index), Document, instance);
        return new($"{language.Name}/p{number}/f{index}.dcm", language.Name, place, patient.Study, report, bytes);
    }

    private static void Write(DatasetBuilder dataset, Patient patient, string instance, string place, string text, int index)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var date = patient.Study.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        dataset.Text("SpecificCharacterSet", "ISO_IR 192").Text("SOPClassUID", Document).Text("SOPInstanceUID", instance)
            .Text("StudyDate", date).Text("ContentDate", date).Text("AccessionNumber", patient.Accession).Text("Modality", "SR")
            .Bytes("InstitutionName", Encoding.UTF8.GetBytes(patient.Hospital.Replace("*", "", StringComparison.Ordinal)))
            .Bytes("ReferringPhysicianName", Encoding.UTF8.GetBytes(Pn(patient.Referrer, patient)))
            .Bytes("PatientName", Encoding.UTF8.GetBytes(Pn(patient.Person, patient))).Text("PatientID", patient.Id)
            .Text("PatientBirthDate", patient.Birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture)).Text("PatientSex", "O");
        if (place == "001021B0")
            dataset.Bytes("AdditionalPatientHistory", body);
        dataset.Text("StudyInstanceUID", instance + ".1").Text("SeriesInstanceUID", instance + ".2").Text("SeriesNumber", "1")
            .Text("InstanceNumber", (index + 1).ToString(CultureInfo.InvariantCulture));
        if (place == "00204000")
            dataset.Bytes("ImageComments", body);
        if (place == "00402400")
            dataset.Bytes("ImagingServiceRequestComments", body);
        dataset.Text("ValueType", "CONTAINER");
        if (place.StartsWith("0040A730", StringComparison.Ordinal))
            dataset.Sequence("ContentSequence", item => item.Text("RelationshipType", "CONTAINS").Text("ValueType", "TEXT").Bytes("TextValue", body));
    }

    private static string Pn(Person person, Patient patient)
    {
        var script = $"{person.Family}^{person.Given}";
        var latin = $"{person.LatinFamily}^{person.LatinGiven}";
        return !person.IsAsian ? script : !patient.HasLatin ? script : patient.HasScript ? $"{latin}={script}" : latin;
    }
}
