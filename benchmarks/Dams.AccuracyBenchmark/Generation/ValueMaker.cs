using System;
using System.Globalization;
using System.Linq;
using Dams.Benchmarks.Accuracy.People;
using Dams.Benchmarks.Accuracy.Plantings;
using Dams.Benchmarks.Accuracy.Scoring;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>Chooses what is planted in an attribute, as its value representation allows.</summary>
internal sealed class ValueMaker(Random random, StandardTables tables)
{
    private static readonly string[] ClassUids =
        ["1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4", "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.2.16.4", "1.2.840.10008.1.2.1"];
    private static readonly string[] KnownDates = ["birth date", "study date"];
    private static readonly string[] OfManyFiles = ["station name", "device serial", "study date"];
    private const int Attempts = 8;
    private readonly ClinicalWords _clinical = new(random);
    private readonly NameMaker _names = new(random);

    public Draft? Make(Person person, AttributeRow attribute) => attribute.Vr switch
    {
        "PN" => Of(Kind.OwnAttribute, "name of a person", $"{_names.Word()}^{_names.Word()}", text => text.Split('^')[0]),
        "DA" => Of(Kind.Date, "date", Day(person)),
        "DT" => Of(Kind.Date, "date", Day(person) + "101500", text => text[..8]),
        "TM" => Of(Kind.Date, "time", $"{random.Next(10, 24)}{random.Next(10, 60)}{random.Next(10, 60)}"),
        "AS" => Of(Kind.Number, "age", "045Y"),
        "UI" => Uid(person, AttributeKinds.HoldsClassUid(attribute.Keyword)),
        "UR" when IsOfCode(attribute.Keyword) => null,
        "UR" => Of(Kind.AnnouncedInText, "address: url", $"http://pacs.{_names.Word().ToLowerInvariant()}.example/wado", text => text.Split('.')[1]),
        "AE" => Named(person, person.Given.ToUpperInvariant()),
        "CS" => random.Next(10) < 7 && !Identifies(attribute) ? Of(Kind.DefinedTerm, "defined term", _clinical.Term()) : Named(person, person.Given.ToUpperInvariant()),
        "DS" or "IS" => random.Next(10) == 0 && person.Id.All(char.IsAsciiDigit)
            ? Of(Kind.HeaderValueInText, "patient's number, alone", person.Id)
            : Of(Kind.Number, "number", random.Next(1, 400).ToString(CultureInfo.InvariantCulture)),
        "OB" or "OW" or "UN" => Of(Kind.BesidePixels, "name and number in bytes", $"Patient {person.Given} {person.Id} \0\u0001\u0002", _ => person.Given),
        _ when AttributeKinds.Text.Contains(attribute.Vr) => Identifies(attribute) ? Bare(person, attribute) : Text(person, attribute.Vr),
        _ => null,
    };

    /// <summary>A name or number of the header where none can be meant to stand.</summary>
    public static Draft Foreign(Person person) => Of(Kind.HeaderValueInText, "given name, alone", person.Given);

    public Draft Words(string vr)
    {
        var text = _clinical.Text(AttributeKinds.RoomOf(vr) < 32);
        return new(AttributeKinds.Prose.Contains(vr) ? Kind.ClinicalWords : Kind.TechnicalText, "clinical words", text, ClinicalWords.WordsOf(text), []) { IsUnique = false };
    }

    // Words of medicine are not what such an attribute is for: whoever takes its value for an identifier would be right.
    private bool Identifies(AttributeRow attribute) =>
        AttributeKinds.NamesWhatIdentifies(attribute.Keyword) || tables.ProfileOf(attribute.Tag) is { Descriptors: "" };

    private static bool IsOfCode(string keyword) => keyword is "CodingSchemeURL" or "URNCodeValue" or "SexParametersForClinicalUseCategoryReference";

    private Draft? Bare(Person person, AttributeRow attribute)
    {
        if (tables.ProfileOf(attribute.Tag) is not null && random.Next(2) == 0)
            return Of(Kind.OwnAttribute, Fates.OwnValue, random.Next(2) == 0 ? _names.Word() : _names.Digits(8));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var draft = Text(person, attribute.Vr);
            var isBare = draft.Words.Count == 0 && draft.Kind is Kind.HeaderValueInText or Kind.AnnouncedInText or Kind.Disguised;
            if (isBare && !OfManyFiles.Any(what => draft.What.StartsWith(what, StringComparison.Ordinal)))
                return draft;
        }
        return null;
    }

    private Draft Text(Person person, string vr)
    {
        var room = AttributeKinds.RoomOf(vr);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var draft = random.Next(20) switch
            {
                < 8 => null,
                < 13 => new HeaderForms(random, _clinical).Make(person, room, isAscii: false),
                < 17 => new AnnouncedForms(random, _names, _clinical).Make(room, isAscii: false),
                < 19 => new DisguisedForms(random, _clinical).Make(person, room, isAscii: false),
                _ => UidInText(person, room),
            };
            if (draft is null && attempt == 0)
                return Words(vr);
            if (draft is not null && CanHold(person.Characters, draft.Text))
                return draft;
        }
        return Words(vr);
    }

    private Draft? UidInText(Person person, int room)
    {
        var uid = InstanceUid(person, out var what);
        var text = $"see {uid}";
        return text.Length > room ? null : new(Kind.InstanceUid, $"{what} in text", text, [uid], []);
    }

    private Draft Uid(Person person, bool isOfClass)
    {
        if (isOfClass && random.Next(2) == 0)
            return Of(Kind.ClassUid, "class UID", ClassUids[random.Next(ClassUids.Length)]);
        var uid = InstanceUid(person, out var what);
        return Of(Kind.InstanceUid, isOfClass ? $"{what} where a class belongs" : what, uid);
    }

    private string InstanceUid(Person person, out string what)
    {
        var form = random.Next(6);
        what = form switch { 0 => "UID 2.25.", 1 => "unregistered UID below the standard's root", 2 => "study's UID", _ => "instance UID" };
        return form switch
        {
            0 => $"2.25.{_names.Digits(38)}",
            1 => $"1.2.840.10008.9.{_names.Digits(5)}.{_names.Digits(7)}",
            2 => $"{person.UidRoot}.1",
            _ => $"{person.UidRoot}.{_names.Digits(6)}.{_names.Digits(4)}",
        };
    }

    private Draft Named(Person person, string name) => random.Next(2) == 0
        ? Of(Kind.HeaderValueInText, "patient's number, alone", person.Id)
        : Of(Kind.HeaderValueInText, "given name, upper case", name.Length > 16 ? name[..16] : name);

    private string Day(Person person) => random.Next(3) == 0
        ? person.Header.First(entry => entry.Value.What == KnownDates[1]).Value.Text
        : person.Study.AddDays(-random.Next(1, 2000)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static bool CanHold(CharacterSet set, string text) => set.Decode(set.Encode(text)) == text;

    private static Draft Of(Kind kind, string what, string text, Func<string, string>? token = null) =>
        new(kind, what, text, [token?.Invoke(text) ?? text], [])
        {
            IsUnique = kind is Kind.OwnAttribute or Kind.HeaderValueInText or Kind.InstanceUid or Kind.AnnouncedInText or Kind.BesidePixels,
        };
}
