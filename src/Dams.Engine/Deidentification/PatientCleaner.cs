using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dams.Cleaning;
using Dams.Core.Compatibility;
using Dams.Dicom.Text;

namespace Dams.Deidentification;

/// <summary>Takes what is known of one patient out of values. The same text comes in every slice, so what came of it is remembered.</summary>
/// <remarks>Not safe for use by several threads. Memory: some thousand short texts.</remarks>
internal sealed class PatientCleaner
{
    private const int MostRemembered = 4096;
    private const int LongestRemembered = 256;

    private readonly Dictionary<(string Text, TextTreatment Treatment, int Maximum), CleanedText> _cleaned = [];
    private readonly Dictionary<(string Text, TextTreatment Treatment, int Maximum), CleanedText> _cleanedValues = [];
    private readonly Dictionary<string, bool> _undeclared = new(StringComparer.Ordinal);
    private readonly Lazy<KnownBytes> _bytes;

    public PatientCleaner(TextCleaner texts, KnownValues known)
    {
        Texts = texts;
        _bytes = new Lazy<KnownBytes>(() => new KnownBytes(known));
    }

    public TextCleaner Texts { get; }

    /// <summary>Values of which is known that nothing is to be taken out of them.</summary>
    public UnchangedValues Unchanged { get; } = new();

    public KnownBytes Bytes => _bytes.Value;

    /// <summary>One value without what its treatment takes out.</summary>
    /// <param name="maximum">The most characters that the result may have.</param>
    [MethodImpl(HotPath.Options)]
    public CleanedText Clean(string text, TextTreatment treatment, int maximum)
    {
        if (text.Length > LongestRemembered)
            return Fit(CleanAnew(text, treatment, maximum), text, maximum);
        return _cleaned.TryGetValue((text, treatment, maximum), out var cleaned)
            ? cleaned
            : Remember(_cleaned, (text, treatment, maximum), Fit(CleanAnew(text, treatment, maximum), text, maximum));
    }

    /// <summary>Several values, with the backslashes between them, without what their treatment takes out of each and what is known across them.</summary>
    /// <param name="maximum">The most characters of a value.</param>
    [MethodImpl(HotPath.Options)]
    public CleanedText CleanValues(string values, TextTreatment treatment, int maximum)
    {
        if (values.Length > LongestRemembered)
            return CleanValuesAnew(values, treatment, maximum);
        return _cleanedValues.TryGetValue((values, treatment, maximum), out var cleaned)
            ? cleaned
            : Remember(_cleanedValues, (values, treatment, maximum), CleanValuesAnew(values, treatment, maximum));
    }

    /// <summary>Whether a value holds a known name in an encoding that its file does not declare.</summary>
    public bool HoldsUndeclaredName(byte[] value)
    {
        if (value.Length > LongestRemembered)
            return HoldsUndeclaredNameAnew(value);
        var key = Encodings.Latin1.GetString(value);
        return _undeclared.TryGetValue(key, out var holds) ? holds : Remember(_undeclared, key, HoldsUndeclaredNameAnew(value));
    }

    /// <summary>Whether a text holds what is known.</summary>
    public bool HoldsKnown(string text)
    {
        try
        {
            return Clean(text, TextTreatment.Known, int.MaxValue).Text != text;
        }
        catch (RegexMatchTimeoutException)
        {
            // What was not searched to its end may hold something.
            return true;
        }
    }

    private bool HoldsUndeclaredNameAnew(byte[] value)
    {
        try
        {
            return EncodingGuesses.DecodeUndeclared(value).Any(reading => Texts.FindKnown(reading).Any(finding =>
                finding.Kind == FindingKind.Name && reading.Substring(finding.Start, finding.Length).Any(character => character >= 0x80)));
        }
        catch (RegexMatchTimeoutException)
        {
            // What was not searched to its end may hold one.
            return true;
        }
    }

    private string CleanKnown(string text, int maximum, (string Marker, string ShortMarker) markers) =>
        Texts.CleanKnownWithDates(text, maximum, markers.Marker, markers.ShortMarker);

    private CleanedText CleanValuesAnew(string values, TextTreatment treatment, int maximum)
    {
        var (marker, shortMarker) = MarkersOf(treatment);
        var (across, isShortened) = SeparatedValues.Clean(
            values, Texts.FindAcross(values), maximum, marker, shortMarker, value => treatment == TextTreatment.KnownInTerm && DefinedTerms.Contains(value));
        var originals = values.Split('\\');
        var cleaned = across.Split('\\').Select((value, i) => value == originals[i]
            ? Clean(value, treatment, maximum)
            : WithLess(Clean(value, treatment, maximum), Clean(originals[i], treatment, maximum))).ToArray();
        return new CleanedText(string.Join("\\", cleaned.Select(value => value.Text)), isShortened || Array.Exists(cleaned, value => value.IsShortened));

        // What is taken out across values may have told what the rest of a value is: "A. Head", without its initial.
        CleanedText WithLess(CleanedText joint, CleanedText single) => Rest(single.Text) < Rest(joint.Text) ? single : joint;

        int Rest(string text) => text.Replace(marker, "").Replace(shortMarker, "").Count(char.IsLetterOrDigit);
    }

    private static TValue Remember<TKey, TValue>(Dictionary<TKey, TValue> remembered, TKey key, TValue value) where TKey : notnull
    {
        if (remembered.Count == MostRemembered)
            remembered.Clear();
        remembered[key] = value;
        return value;
    }

    // CS has capitals, digits, spaces and underscores alone; UR has no brackets.
    private static (string Marker, string ShortMarker) MarkersOf(TextTreatment treatment) => treatment switch
    {
        TextTreatment.KnownInTerm => ("REMOVED", "X"),
        TextTreatment.KnownInAddress => ("removed", "x"),
        _ => (TextCleaner.Marker, TextCleaner.ShortMarker),
    };

    // What was too long before and did not change is as it came.
    private static CleanedText Fit(string cleaned, string text, int maximum) => cleaned.Length > maximum && cleaned != text
        ? new CleanedText(ShortenedText.Of(cleaned, maximum), IsShortened: true)
        : new CleanedText(cleaned, IsShortened: false);

    private string CleanAnew(string text, TextTreatment treatment, int maximum) => treatment switch
    {
        TextTreatment.All => Texts.Clean(text, maximum),
        TextTreatment.Labelled => Texts.CleanLabelled(text, TextKind.Technical, maximum),
        TextTreatment.LabelledInProduct => Texts.CleanLabelled(text, TextKind.Product, maximum),
        TextTreatment.LabelledInDevice => Texts.CleanLabelled(text, TextKind.Device, maximum),
        TextTreatment.LabelledInDeviceLabel => Texts.CleanLabelled(text, TextKind.DeviceLabel, maximum),
        TextTreatment.KnownInTerm when DefinedTerms.Contains(text) => text,
        _ => CleanKnown(text, maximum, MarkersOf(treatment)),
    };
}

/// <summary>What is looked for in a text, and what may stand in its place.</summary>
internal enum TextTreatment
{
    /// <summary>What is known of the patient.</summary>
    Known,

    /// <summary>What is known of the patient, in CS, which has capitals, digits, spaces and underscores alone.</summary>
    KnownInTerm,

    /// <summary>What is known of the patient, in UR, which has no brackets.</summary>
    KnownInAddress,

    /// <summary>What is known of the patient, and what a title, a label or an unmistakable form announces.</summary>
    Labelled,

    /// <summary>The same in the name or the version of a product, a code or a number.</summary>
    LabelledInProduct,

    /// <summary>The same in what numbers a device that an option keeps.</summary>
    LabelledInDevice,

    /// <summary>The same in what people call such a device or write of it.</summary>
    LabelledInDeviceLabel,

    /// <summary>All that identifies by its form or its context, too.</summary>
    All,
}
