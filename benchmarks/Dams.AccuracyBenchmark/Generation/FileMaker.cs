using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Dams.Benchmarks.Accuracy.People;
using Dams.Benchmarks.Accuracy.Plantings;
using Dams.Benchmarks.Accuracy.Standard;
using Dams.Tests.Support;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>Makes one file of a patient: the header, and the attributes that were dealt to it.</summary>
internal sealed class FileMaker
{
    private const string Instance = "00080018";
    private static readonly string[] InEvenFiles =
        ["OtherPatientNames", "PatientMotherBirthName", "PatientAddress", "AdmissionID", "PerformingPhysicianName"];
    private readonly Random _random;
    private readonly Person _person;
    private readonly Syntax _syntax;
    private readonly StandardTables _tables;
    private readonly AttributePlanter _planter;
    private readonly NameMaker _names;

    public FileMaker(Random random, Person person, Syntax syntax, StandardTables tables)
    {
        (_random, _person, _syntax, _tables) = (random, person, syntax, tables);
        _planter = new(random, person, syntax, tables);
        _names = new(random);
    }

    public TestFile Make(int number, Share share)
    {
        var isPlain = share.Root.Count == 0;
        var instance = $"{_person.UidRoot}.1.1.{number}";
        var nodes = new Dictionary<string, Node>();
        foreach (var node in Header(number, instance).Concat(Fixed(number)).Concat(new PixelPlaces(_planter, _person, _names, _random).Make(_syntax, isPlain)))
            nodes.Add(node.Tag, node);
        if (!isPlain)
            AddMore(nodes, share);
        var bytes = FileBuilder.Build(_syntax, dataset => Node.WriteAll(dataset, nodes.Values), instance: instance);
        return new($"p{_person.Number}/f{number}.dcm", SyntaxName(), _person, isPlain, bytes, _planter.Plantings);
    }

    private void AddMore(Dictionary<string, Node> nodes, Share share)
    {
        foreach (var node in new PrivatePlaces(_planter, _person, _names, _random).Make(_syntax))
            nodes.TryAdd(node.Tag, node);
        foreach (var attribute in share.Root.Where(attribute => !nodes.ContainsKey(attribute.Tag)))
        {
            if (_planter.Plant(attribute, [], !_syntax.IsExplicit) is { } node)
                nodes.Add(node.Tag, node);
        }
        foreach (var nest in share.Nests.Where(nest => !nodes.ContainsKey(nest.Sequences[0].Tag)))
            nodes.Add(nest.Sequences[0].Tag, Nested(nest));
    }

    private Node Nested(Nest nest)
    {
        var chain = nest.Sequences.Select(sequence => sequence.Tag).ToArray();
        // PS3.5 section 6.2.2: what is unknown is implicit little endian inside.
        var isUnknown = nest.IsUnknown && _syntax.IsExplicit;
        var item = nest.Attributes.Select(attribute => _planter.Plant(attribute, chain, isUnknown || !_syntax.IsExplicit)).OfType<Node>().ToArray();
        for (var depth = chain.Length - 1; depth > 0; depth--)
            item = [new(chain[depth], "SQ", [], item)];
        return new(chain[0], isUnknown ? "UN" : "SQ", [], item);
    }

    private IEnumerable<Node> Header(int number, string instance)
    {
        yield return Text("00100010", "PN", _person.PatientName);
        foreach (var group in _person.Header.GroupBy(entry => entry.Keyword))
        {
            // Not every file of a patient says all that is known of him.
            if (number % 2 == 1 && InEvenFiles.Contains(group.Key))
                continue;
            var row = _tables.Named(group.Key);
            foreach (var value in group.Select(entry => entry.Value).Where(value => !value.IsDate || value.What == "birth date"))
                Note(row, value);
            if (group.Key != "PatientName" && group.Key != "StudyDate")
                yield return Text(row.Tag, row.Vr, group.First().Value.Text);
        }
        foreach (var (keyword, days) in new[] { ("StudyDate", 0), ("SeriesDate", 0), ("AcquisitionDate", 1), ("ContentDate", 1), ("InstanceCreationDate", 2) })
            yield return Date(keyword, days);
        yield return _planter.Put(new(Kind.InstanceUid, "instance UID", instance, [instance], []), Instance, "UI", []);
        yield return Uid("StudyInstanceUID", $"{_person.UidRoot}.1");
        yield return Uid("SeriesInstanceUID", $"{_person.UidRoot}.1.1");
        yield return Uid("FrameOfReferenceUID", $"{_person.UidRoot}.1.9");
        var described = $"CT thorax {_person.Given}";
        yield return _planter.Put(new(Kind.HeaderValueInText, "given name, in the study's description", described, [_person.Given], ["thorax"]), "00081030", "LO", []);
        yield return Keep("SeriesDescription", Kind.TechnicalText, "Thorax venous 2.5 mm");
        yield return Keep("PatientAge", Kind.Number, _person.Age);
        yield return Keep("PatientSex", Kind.DefinedTerm, "F");
    }

    private IEnumerable<Node> Fixed(int number)
    {
        if (_person.Characters.Name is { } set)
            yield return Text("00080005", "CS", set);
        yield return Keep("ImageType", Kind.DefinedTerm, "ORIGINAL\\PRIMARY\\AXIAL");
        yield return Keep("SOPClassUID", Kind.ClassUid, FileBuilder.CTImageStorage);
        yield return Keep("Modality", Kind.DefinedTerm, "CT");
        yield return Keep("BodyPartExamined", Kind.DefinedTerm, "HEAD");
        yield return Keep("PatientPosition", Kind.DefinedTerm, "HFS");
        yield return Keep("Manufacturer", Kind.TechnicalText, "GE MEDICAL SYSTEMS");
        yield return Keep("KVP", Kind.Number, "120");
        yield return Keep("SliceThickness", Kind.Number, "2.5");
        yield return Keep("PixelSpacing", Kind.Number, "0.75\\0.75");
        yield return Keep("ImagePositionPatient", Kind.Number, $"-120\\-110\\{number}");
        yield return Keep("ImageOrientationPatient", Kind.Number, "1\\0\\0\\0\\1\\0");
        yield return Keep("RescaleIntercept", Kind.Number, "-1024");
        yield return Keep("RescaleSlope", Kind.Number, "1");
        yield return Keep("SeriesNumber", Kind.Number, "3");
        yield return Keep("InstanceNumber", Kind.Number, number.ToString(CultureInfo.InvariantCulture));
        yield return Text("00201040", "LO", "");
        yield return Text("00080030", "TM", "101112");
        yield return new("00082218", "SQ", [],
        [
            Code("00080100", "SH", "39607008", "00082218"),
            Code("00080102", "SH", "SCT", "00082218"),
            Code("00080104", "LO", "Lung structure", "00082218"),
        ]);
        yield return new("00081140", "SQ", [],
        [
            _planter.Put(Draft.Single(Kind.ClassUid, "class UID", FileBuilder.CTImageStorage), "00081150", "UI", ["00081140"]),
            _planter.Put(Draft.Single(Kind.InstanceUid, "referenced instance UID", $"{_person.UidRoot}.7.1"), "00081155", "UI", ["00081140"]),
        ]);
    }

    private void Note(AttributeRow row, HeaderValue value) =>
        _planter.Note(new(Kind.OwnAttribute, value.What, [row.Tag], row.Vr, value.Text, [value.Token]) { IsUnique = !value.IsDate });

    private Node Date(string keyword, int days)
    {
        var row = _tables.Named(keyword);
        var text = _person.Study.AddDays(days).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return _planter.Put(new(Kind.Date, "date", text, [text], []) { IsUnique = false }, row.Tag, row.Vr, []);
    }

    private Node Uid(string keyword, string uid) =>
        _planter.Put(new(Kind.InstanceUid, "instance UID", uid, [uid], []), _tables.Named(keyword).Tag, "UI", []);

    private Node Keep(string keyword, Kind kind, string text)
    {
        var row = _tables.Named(keyword);
        var isAge = keyword == "PatientAge";
        var tokens = kind == Kind.TechnicalText ? ClinicalWords.WordsOf(text) : [text];
        return isAge && text[1] == '9'
            ? _planter.Put(new(Kind.AnnouncedInText, "age: 09~Y", text, tokens, []) { IsUnique = false }, row.Tag, row.Vr, [])
            : _planter.Put(new(kind, keyword, text, tokens, []) { IsUnique = false }, row.Tag, row.Vr, []);
    }

    private Node Code(string tag, string vr, string text, string parent) =>
        _planter.Put(new(Kind.Code, "code", text, [text], []) { IsUnique = false }, tag, vr, [parent]);

    private Node Text(string tag, string vr, string text) =>
        new(tag, vr, AttributeKinds.Ascii.Contains(vr) ? Encoding.ASCII.GetBytes(text) : _person.Characters.Encode(text));

    private string SyntaxName() => _syntax switch
    {
        { IsDeflated: true } => "deflated",
        { IsBigEndian: true } => "explicit BE",
        { IsExplicit: false } => "implicit LE",
        _ => _syntax == Syntax.ExplicitLittle ? "explicit LE" : "JPEG",
    };
}
