using System;
using System.Runtime.CompilerServices;
using Dams.Cleaning;
using Dams.Core.Compatibility;
using Dams.Dicom.Dictionary;
using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>
/// Takes what is known of the patient out of a value that stays, whatever its value representation (PS3.15 section E.1.1: all
/// identifying information is to be removed, wherever it stands).
/// </summary>
internal static class StayingValue
{
    /// <summary>A value of numbers that is longer is a list of measurements, in bytes.</summary>
    public const int LongestNumber = 64;

    // Longer arrays of numbers are measurements.
    private const int LongestArray = 64 * 1024;

    private const int ShortestInBytes = 5;

    private static readonly Tag RelativeUri = new(0x00687005);

    // Float Pixel Data, Double Float Pixel Data, Pixel Data.
    private static readonly Tag[] Pixels = [new(0x7FE00008), new(0x7FE00009), KnownTag.PixelData];

    [MethodImpl(HotPath.Options)]
    public static void Clean(DeidentificationContext context, int index, Vr vr, Rule rule)
    {
        var element = context.Tree[index];
        var readAs = vr.IsText || element.Tag.IsPrivate ? vr : DataDictionary.VrOf(element.Tag);
        if (!readAs.IsText)
            CleanBytes(context, index);
        else if (readAs == Vr.UI)
            ClassUids.Clean(context, index);
        else if (readAs == Vr.PN || (readAs != vr && (readAs == Vr.DA || readAs == Vr.DT)))
            // No table lists it, and as what it is called no rule for names or dates has seen it.
            Discard(context, index);
        else if (element.Tag == RelativeUri && context.File.Values.Text(context.Tree, index, Vr.UR).Contains("//"))
            // It names a host.
            Discard(context, index);
        else if (IsNumber(readAs))
            CleanNumber(context, index, vr, readAs);
        else if (!TextChanger.TryChange(context, index, readAs, TreatmentOf(context, index, readAs, rule)))
            // Where the cleaned text cannot be written, the whole text is replaced.
            context.Edits.Replace(index, DummyValue.Create(vr), vr.Padding);
    }

    [MethodImpl(HotPath.Options)]
    private static TextTreatment TreatmentOf(DeidentificationContext context, int index, Vr vr, Rule rule)
    {
        if (vr == Vr.CS)
            return TextTreatment.KnownInTerm;
        if (vr == Vr.UR)
            return TextTreatment.KnownInAddress;
        var tag = context.Tree[index].Tag;
        if (CodeAttributes.IsMeaningOfStandardScheme(context, index))
            return TextTreatment.Known;
        if (rule == Rule.Retained)
            return TreatmentOfRetained(tag);
        if (context.Profile.CleansText && DescriptiveAttributes.Contains(tag))
            return TextTreatment.All;
        return ProductAttributes.Contains(tag) ? TextTreatment.LabelledInProduct : TextTreatment.Labelled;
    }

    /// <summary>Somebody or a number of somebody that a retained text announces goes; what the option is for stays.</summary>
    private static TextTreatment TreatmentOfRetained(Tag tag) => KnownValueReader.KindOf(tag) switch
    {
        KnownValueKind.Institution or KnownValueKind.InstitutionAddress => TextTreatment.Known,
        KnownValueKind.Device or KnownValueKind.DevicePlace => ProductAttributes.Contains(tag) ? TextTreatment.LabelledInDevice : TextTreatment.LabelledInDeviceLabel,
        _ => TextTreatment.LabelledInProduct,
    };

    private static bool IsNumber(Vr vr) =>
        vr == Vr.IS || vr == Vr.DS || vr == Vr.DA || vr == Vr.DT || vr == Vr.TM || vr == Vr.AS;

    [MethodImpl(HotPath.Options)]
    private static void CleanNumber(DeidentificationContext context, int index, Vr vr, Vr readAs)
    {
        var element = context.Tree[index];
        var bytes = UnchangedValues.FindBytes(context.File.Source, element);
        if (!context.Cleaner.Unchanged.Contains(bytes, readAs, TextTreatment.Known))
        {
            if (MustGo(context, index, readAs))
            {
                context.Edits.Replace(index, DummyValue.Create(vr), vr.Padding);
                return;
            }
            context.Cleaner.Unchanged.Add(UnchangedValues.FindBytes(context.File.Source, element), readAs, TextTreatment.Known);
        }
        PatientAge.Cap(context, index);
    }

    private static bool MustGo(DeidentificationContext context, int index, Vr readAs)
    {
        var element = context.Tree[index];
        if (!NumberText.IsPlain(context.File.Source, element))
            return context.Cleaner.HoldsKnown(context.File.Values.Text(context.Tree, index, Vr.LO));
        return ((readAs == Vr.DS || readAs == Vr.IS) && !NumberText.AreNumbers(context.File.Source, element))
            || (element.ValueLength <= LongestNumber && HoldsKnownNumber(context.Cleaner.Texts, context.File.Values.Text(context.Tree, index, Vr.IS)));
    }

    /// <summary>Whether one of a few numbers is known as a whole.</summary>
    private static bool HoldsKnownNumber(TextCleaner texts, string numbers) => numbers.IndexOf('\\') < 0
        ? texts.IsKnownNumber(numbers.Trim(' ', '\0'))
        : Array.Exists(numbers.Split('\\'), number => texts.IsKnownNumber(number.Trim(' ', '\0')));

    private static void CleanBytes(DeidentificationContext context, int index)
    {
        var element = context.Tree[index];
        if (element.ValueLength < ShortestInBytes || element.HasFragments || Array.IndexOf(Pixels, element.Tag) >= 0 || Overlays.IsBitmap(element.Tag)
            || (element.Vr.WordSize > 2 && element.ValueLength > LongestArray) || !(context.Cleaner.Bytes.ExistIn(context.File.Source, element) || UidBytes.ExistIn(context, element)))
        {
            return;
        }
        Discard(context, index);
    }

    /// <summary>Removes a value in the way that the type of its attribute allows.</summary>
    private static void Discard(DeidentificationContext context, int index)
    {
        switch (AttributeTypes.Standard.Find(context.Facts.SOPClassUID, context.Tree, index))
        {
            case 3:
                context.Edits.Remove(index);
                break;
            case 2:
                context.Edits.Replace(index, [], 0);
                break;
            default:
                // A table of colours keeps its length.
                context.Edits.Replace(index, new byte[context.Tree[index].ValueLength], 0);
                break;
        }
    }
}
