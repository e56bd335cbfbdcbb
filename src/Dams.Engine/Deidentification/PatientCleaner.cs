using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dams.Cleaning;
using Dams.Core.Compatibility;

namespace Dams.Deidentification;

/// <summary>Takes what is known of one patient out of values. The same text comes in every slice, so what came of it is remembered.</summary>
/// <remarks>Not safe for use by several threads. Memory: some thousand short texts.</remarks>
internal sealed class PatientCleaner
{
    private const int MostRemembered = 4096;
    private const int LongestRemembered = 256;

    private readonly Dictionary<(string Text, TextTreatment Treatment, int Maximum), CleanedText> _cleaned = [];
    private readonly Lazy<KnownBytes> _bytes;

    public PatientCleaner(TextCleaner texts, KnownValues known)
    {
        Texts = texts;
        _bytes = new Lazy<KnownBytes>(() => new KnownBytes(known));
    }

    public TextCleaner Texts { get; }

    public KnownBytes Bytes => _bytes.Value;

    /// <summary>One value without what its treatment takes out.</summary>
    /// <param name="maximum">The most characters that the result may have.</param>
    [MethodImpl(HotPath.Options)]
    public CleanedText Clean(string text, TextTreatment treatment, int maximum)
    {
        if (text.Length > LongestRemembered)
            return Fit(CleanAnew(text, treatment, maximum), text, maximum);
        if (_cleaned.TryGetValue((text, treatment, maximum), out var cleaned))
            return cleaned;
        if (_cleaned.Count == MostRemembered)
            _cleaned.Clear();
        _cleaned.Add((text, treatment, maximum), cleaned = Fit(CleanAnew(text, treatment, maximum), text, maximum));
        return cleaned;
    }

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
        TextTreatment.KnownInTerm when DefinedTerms.Contains(text) => text,
        TextTreatment.KnownInTerm => Texts.CleanKnownWithDates(text, maximum, "REMOVED", "X"),
        TextTreatment.KnownInAddress => Texts.CleanKnownWithDates(text, maximum, "removed", "x"),
        _ => Texts.CleanKnownWithDates(text, maximum),
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

    /// <summary>The same in what names a device that an option keeps.</summary>
    LabelledInDevice,

    /// <summary>All that identifies by its form or its context, too.</summary>
    All,
}
