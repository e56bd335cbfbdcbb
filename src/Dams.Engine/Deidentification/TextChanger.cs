using System;
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
        var text = context.File.Values.Text(context.Tree, index, vr);
        if (text.Length > ReadLimits.SearchedLength)
            throw DicomErrors.ValueTooLong(element.Tag, text.Length, ReadLimits.SearchedLength);
        if (text.Length == 0)
            return true;
        CleanedText cleaned;
        try
        {
            cleaned = vr.IsMultiText && text.IndexOf('\\') >= 0
                ? Join(Array.ConvertAll(text.Split('\\'), value => context.Cleaner.Clean(value, treatment, vr.MaximumCharacters)))
                : context.Cleaner.Clean(text, treatment, vr.MaximumCharacters);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
        var changed = cleaned.Text;
        // Characters of two bytes that the file does not declare have a NUL in each.
        if (changed == text)
            return text.IndexOf('\0') < 0 || !context.Cleaner.Bytes.ExistIn(context.File.Source, element);
        // Where the file calls numbers what is text, the new text cannot be one of them.
        if (!element.Vr.IsText && element.Vr != Vr.UN && element.Vr != Vr.OB)
            return false;
        if (!context.File.Values.CharacterSetOf(context.Tree, element.Parent).TryEncode(changed, out var bytes))
            return false;
        context.Edits.Replace(index, bytes, vr.Padding);
        if (cleaned.IsShortened)
            context.Shortened.Add(element.Tag);
        return true;
    }

    private static CleanedText Join(CleanedText[] values) => new(
        string.Join("\\", Array.ConvertAll(values, value => value.Text)), Array.Exists(values, value => value.IsShortened));
}
