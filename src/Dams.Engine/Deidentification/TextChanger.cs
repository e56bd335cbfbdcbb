using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dams.Core.Compatibility;
using Dams.Dicom.Reading;

namespace Dams.Deidentification;

/// <summary>Cleans the values of an element that are text.</summary>
internal static class TextChanger
{
    /// <summary>Cleans each value. False where the new ones cannot be found or written, so that none of them may stay.</summary>
    /// <param name="vr">The value representation by which to read the value.</param>
    /// <exception cref="DamsException">The text is too long to be searched.</exception>
    [MethodImpl(HotPath.Options)]
    public static bool TryChange(DeidentificationContext context, int index, Vr vr, TextTreatment treatment)
    {
        var element = context.Tree[index];
        if (element.ValueLength == 0 || context.Cleaner.Unchanged.Contains(UnchangedValues.FindBytes(context.File.Source, element), vr, treatment))
            return true;
        var text = context.File.Values.Text(context.Tree, index, vr);
        if (text.Length > ReadLimits.SearchedLength)
            throw DicomErrors.ValueTooLong(element.Tag, text.Length, ReadLimits.SearchedLength);
        if (text.Length == 0)
            return true;
        CleanedText cleaned;
        try
        {
            cleaned = vr.IsMultiText && text.IndexOf('\\') >= 0
                ? context.Cleaner.CleanValues(text, treatment, vr.MaximumCharacters)
                : context.Cleaner.Clean(text, treatment, vr.MaximumCharacters);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
        var changed = cleaned.Text;
        var isPlain = IsPlain(changed);
        var declared = context.File.Values.CharacterSetOf(context.Tree, element.Parent);
        if (changed == text)
        {
            if (!isPlain && HoldsUndeclaredName(context.File.Values.Bytes(element)))
                return false;
            context.Cleaner.Unchanged.Add(UnchangedValues.FindBytes(context.File.Source, element), vr, treatment);
            return true;
        }
        // Where the file calls numbers what is text, the new text cannot be one of them.
        if (!element.Vr.IsText && element.Vr != Vr.UN && element.Vr != Vr.OB)
            return false;
        if (!declared.TryEncode(changed, out var encoded) || (!isPlain && HoldsUndeclaredName(encoded)))
        {
            return false;
        }
        context.Edits.Replace(index, encoded, vr.Padding);
        if (cleaned.IsShortened)
            context.Shortened.Add(element.Tag);
        return true;

        // Elsewhere two bytes of an accent are a letter of another script, and some such letters are a name by chance.
        bool HoldsUndeclaredName(byte[] bytes) => !declared.IsCertainOf(bytes) && (context.Cleaner.Bytes.ExistInText(bytes) || context.Cleaner.HoldsUndeclaredName(bytes));
    }

    /// <summary>Whether a text can be read in one way alone: characters of encodings that the file does not declare have bytes above 7F, a NUL, or begin with an escape.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (character is >= '\u0080' or '\0' or '\u001B')
                return false;
        }
        return true;
    }
}
