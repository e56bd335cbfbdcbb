using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Cleaning.Dates;
using Dams.Cleaning.Identifiers;
using Dams.Cleaning.Names;
using Dams.Cleaning.Places;
using Dams.Cleaning.Recognizers;
using Dams.Subjects;

namespace Dams.Cleaning;

/// <summary>
/// Takes out of texts what identifies and leaves the rest as it is, so that it still reads: "CT abdomen for [removed]"
/// (PS3.15 section E.3.5).
/// </summary>
internal sealed class TextCleaner
{
    /// <summary>What stands in place of what was taken out.</summary>
    public const string Marker = "[removed]";

    /// <summary>The marker where the value representation has no room for the long one.</summary>
    public const string ShortMarker = "[x]";

    private const int FewestDigitsOfPhrase = 6;

    private static readonly KnownValueKind[] PhraseKinds = [KnownValueKind.Phrase, KnownValueKind.DevicePlace, KnownValueKind.Characteristic, KnownValueKind.Descriptor];

    private static readonly KnownValueKind[] NumberedKinds = [.. PhraseKinds, KnownValueKind.Institution, KnownValueKind.InstitutionAddress, KnownValueKind.Address];

    private static readonly Regex Repeated = new(
        @"\[(?:removed|x)\](?:[\s,;:^_./+-]{0,3}\[(?:removed|x)\])+", RegexOptions.CultureInvariant);

    private readonly IdentifierDetector _identifiers;
    private readonly IReadOnlyCollection<string> _birthDates;
    private readonly IDetector[] _known;
    private readonly IDetector[] _knownDated;
    private readonly IDetector[] _across;
    private readonly Dictionary<TextKind, IDetector[]> _labelled;
    private readonly IDetector[] _dated;
    private readonly IDetector[] _all;
    private readonly IDetector[] _allOfProduct;

    /// <param name="known">What the instance and others of its patient hold.</param>
    /// <param name="shift">How dates are moved; null where they are not.</param>
    /// <param name="keepsDates">Whether dates stay.</param>
    /// <param name="mapUid">Gives the new UID for an old one; null where UIDs stay.</param>
    /// <param name="keepsInstitutions">Whether names of institutions may stay.</param>
    /// <param name="keepsDevices">Whether the number of a device may stay in technical terms.</param>
    /// <param name="sparesYears">Whether a birth date that is the first of January counts as a year, as de-identification makes it.</param>
    /// <param name="recognizer">What also says where a text identifies that is cleaned as a whole; null for none.</param>
    public TextCleaner(
        KnownValues known,
        DateShift? shift,
        bool keepsDates,
        Func<string, string>? mapUid = null,
        bool keepsInstitutions = false,
        bool keepsDevices = true,
        bool sparesYears = false,
        TextRecognizer? recognizer = null)
    {
        IDetector[] institutions = keepsInstitutions ? [] : [new InstitutionDetector()];
        var identifiers = IdentifiersOf(known).ToArray();
        _birthDates = known.BirthDates;
        _identifiers = new IdentifierDetector(identifiers, FindingKind.Identifier);
        var names = new NameDetector(known.Names);
        _known =
        [
            .. mapUid is null ? Array.Empty<IDetector>() : [new UidDetector(mapUid)],
            names,
            new EscapedTextDetector(names, _identifiers),
            new EncodedTextDetector(names, _identifiers),
            new RawNames(known.Names),
            new LossyNames(known.Names),
            _identifiers,
            new ShortIdentifierDetector(identifiers),
            new IdentifierDetector(known.Telephones, FindingKind.Telephone),
            new PhraseDetector(known.Institutions, FindingKind.Institution),
            new InstitutionFormDetector(known.Institutions),
            new PhraseDetector([.. known.Addresses, .. known.Of(KnownValueKind.InstitutionAddress)], FindingKind.PostalAddress),
            new PhraseDetector(PhrasesOf(known), FindingKind.Identifier),
            new CutOffDetector(known),
        ];
        var worded = new WordedDates(known.BirthDates);
        _knownDated = [.. _known, worded, new DateDetector(shift, keepsDates, known, onlyKnown: true)];
        _across = [.. _known, new ShapeDetector(TextKind.Device)];
        _labelled = new[] { TextKind.Technical, TextKind.Product, TextKind.Device, TextKind.DeviceLabel }.ToDictionary(kind => kind, Labelled);
        var dates = new DateDetector(shift, keepsDates, known, sparesYears: sparesYears);
        _dated = [.. _known, worded, dates];
        IDetector[] prose =
        [
            .. recognizer is null ? Array.Empty<IDetector>() : [new RecognizerDetector(recognizer)],
            .. _known,
            new ShapeDetector(),
            new LabelledIdentifierDetector(),
            .. institutions,
            .. keepsInstitutions ? Array.Empty<IDetector>() : [new ShortHospitalDetector()],
            new PlaceDetector(),
            new TownDetector(),
            new SparingDetector(new TownInSentenceDetector()),
            new KoreanPlaceDetector(),
            new ListedTownDetector(),
            new WardDetector(),
            new SparingDetector(new LabelledNameDetector()),
            new LeadingInitialsDetector(),
            new InitialedNameDetector(),
            new TrailingInitialsDetector(),
            new AsianNameDetector(),
            new HanNameDetector(),
            new BracketedNameDetector(), new SparingDetector(new SpeakingNameDetector()),
            new SparingDetector(new ListedNameDetector()),
            new SparingDetector(new LoneNameDetector()),
            new SparingDetector(new CapitalizedPairDetector()),
        ];
        _all = [.. prose, worded, new DateDetector(shift, keepsDates, known, isDateAlone: true, sparesYears: sparesYears)];
        _allOfProduct = [.. prose, worded, new DateDetector(shift, keepsDates, known, onlyKnown: true, sparesYears: sparesYears)];

        IDetector[] Labelled(TextKind kind) =>
        [
            .. _known,
            worded,
            new DateDetector(shift, keepsDates, known, onlyKnown: true, isDateAlone: kind is TextKind.Technical or TextKind.DeviceLabel),
            new ShapeDetector(kind),
            new LabelledIdentifierDetector(kind, keepsDevices),
            new SparingDetector(new LabelledNameDetector(kind)),
            new PlaceDetector(kind),
            .. institutions,
        ];
    }

    /// <summary>The text without what is known of the patient.</summary>
    public string CleanKnown(string text) => Clean(text, int.MaxValue, _known);

    /// <summary>The text without what is known of the patient, its dates, and what a title, a label of a person, of a record number or of a room, or its form announces: for terms and short labels.</summary>
    /// <param name="kind">What the text is for.</param>
    /// <param name="maximum">The most characters for which there is room; where the result would have more, its marks are short ones.</param>
    public string CleanLabelled(string text, TextKind kind, int maximum) => Clean(text, maximum, _labelled[kind]);

    /// <summary>The text without what is known of the patient and without what identifies by its shape or place.</summary>
    /// <param name="maximum">The most characters for which there is room; where the result would have more, its marks are short ones.</param>
    public string Clean(string text, int maximum) => Clean(text, maximum, _all);

    /// <summary>The text without what is known of the patient, and with dates removed or moved.</summary>
    public string CleanKnownAndDates(string text) => Clean(text, int.MaxValue, _dated);

    /// <summary>Where what is known of the patient stands.</summary>
    public IReadOnlyList<Finding> FindKnown(string text) => Find(text, _known);

    /// <summary>Where what is known of the patient and dates that do not stay as they are stand.</summary>
    public IReadOnlyList<Finding> FindKnownAndDates(string text) => Find(text, _dated);

    /// <summary>Where what is known of the patient stands, or a form that no technical text has, in values that backslashes separate, read as one text.</summary>
    public IReadOnlyList<Finding> FindAcross(string values) => Find(values, _across);

    /// <summary>Where somebody or something of somebody is announced, by words or a form that no technical text has.</summary>
    public IReadOnlyList<Finding> FindAnnounced(string text) => Find(text, _labelled[TextKind.Product]);

    /// <summary>Where anything stands that identifies.</summary>
    /// <param name="isOfProduct">Whether the text may be the name or the version of a product.</param>
    public IReadOnlyList<Finding> FindAll(string text, bool isOfProduct = false) => Find(text, isOfProduct ? _allOfProduct : _all);

    /// <summary>The text without what is known of the patient, and with the dates that are known removed or moved.</summary>
    /// <param name="maximum">The most characters that the result may have.</param>
    /// <param name="marker">What stands in the place of what goes: words that the value representation allows.</param>
    /// <param name="shortMarker">The same where there is no room for it.</param>
    public string CleanKnownWithDates(string text, int maximum, string marker, string shortMarker) => Clean(text, maximum, _knownDated, marker, shortMarker);

    /// <summary>Whether a number is a known one as a whole, or the birth date.</summary>
    public bool IsKnownNumber(string number) => _identifiers.IsKnownNumber(number) || _birthDates.Contains(number);

    // Some systems put the number of a patient where the name belongs.
    private static IEnumerable<string> IdentifiersOf(KnownValues known) => known.Identifiers
        .Concat(known.Names.SelectMany(name => name.Split('^', '=')).Where(part => part.Any(char.IsDigit)))
        .Concat(known.Of(KnownValueKind.Device).Where(IsTelling))
        .Concat(NumberedKinds.SelectMany(known.Of).SelectMany(NumbersOf));

    /// <summary>Of some words the numbers that are long enough to mean one thing; all where there is one word alone.</summary>
    private static IEnumerable<string> NumbersOf(string phrase)
    {
        var parts = phrase.Split(' ');
        return parts.Where(part => part.Count(char.IsDigit) >= (parts.Length == 1 ? 1 : FewestDigitsOfPhrase));
    }

    // Who issued a number, or where, may have a name of several words.
    private static IEnumerable<string> PhrasesOf(KnownValues known) => PhraseKinds.SelectMany(known.Of)
        .Concat(known.Identifiers.Concat(known.Of(KnownValueKind.Device)).Where(value => value.Trim().Contains(' '))).Where(IsTelling);

    /// <summary>Whether some words are more than clinical or everyday ones and small numbers: "Liver 3 mm" names no device and no place.</summary>
    private static bool IsTelling(string phrase) => !phrase.Trim().Contains(' ') || new TokenizedText(phrase).Tokens.Any(token =>
        token.IsNumber ? token.Length >= FewestDigitsOfPhrase : token.Length > 1 && !Vocabulary.IsCommonWord(token.Folded));

    private static List<Finding> Find(string text, IDetector[] detectors)
    {
        var tokens = new TokenizedText(text);
        return detectors.SelectMany(detector => detector.Find(tokens)).ToList();
    }

    private static string Clean(string text, int maximum, IDetector[] detectors, string marker = Marker, string shortMarker = ShortMarker)
    {
        var findings = Find(text, detectors);
        if (findings.Count == 0)
            return text;
        var cleaned = Replace(text, findings, marker);
        if (cleaned.Length > maximum)
            // A new UID may be longer than the old one.
            cleaned = Replace(text, findings.ConvertAll(finding => finding.Kind == FindingKind.Uid ? finding with { Replacement = null } : finding), shortMarker);
        return cleaned;
    }

    private static string Replace(string text, List<Finding> findings, string marker)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (var part in Merge(findings))
        {
            result.Append(text, position, part.Start - position);
            result.Append(part.Replacement ?? marker);
            position = part.End;
        }
        result.Append(text, position, text.Length - position);
        return Repeated.Replace(result.ToString(), marker);
    }

    /// <summary>Joins parts that overlap. What is to be taken out wins over what is to be written otherwise.</summary>
    private static IEnumerable<Finding> Merge(List<Finding> findings)
    {
        Finding? open = null;
        foreach (var finding in findings.OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Length))
        {
            if (open is not { } current)
                open = finding;
            else if (finding.Start >= current.End)
            {
                yield return current;
                open = finding;
            }
            else
            {
                var end = Math.Max(current.End, finding.End);
                var covers = end == current.End && current.Replacement is not null && finding.Replacement is not null;
                open = new Finding(current.Start, end - current.Start, current.Kind, covers ? current.Replacement : null);
            }
        }
        if (open is { } last)
            yield return last;
    }
}
