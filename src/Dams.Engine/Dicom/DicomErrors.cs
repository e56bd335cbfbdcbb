using System;
using Dams.Core;
using static Dams.Core.ErrorFactory;
using static Dams.Dicom.ErrorPlace;

namespace Dams;

/// <summary>What is wrong with a DICOM file, and with the name of an attribute.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
public static class DicomErrors
{
    private const string FileIsNonstandard = "Fetch the file again; if it stays so, its writer does not follow the standard (PS3.5): have it written anew.";

    // More than is there may be missing from the copy, or be asked for by a length that is wrong.
    private const string FileIsShort = "Fetch the file again from where it came: this copy is not whole, or this length is wrong.";

    private const string FileIsBroken = "Fetch the file again from where it came; this copy is not whole.";

    private const string FileEndsEarly = "Fetch the file again from where it came: this copy is not whole, or what stands before this place is not as the standard has it.";

    internal static DamsException UnreadableOutput(RetryReason reason) => new(
        nameof(UnreadableOutput),
        ErrorScope.File,
        "Reading the output back did not give what was to be written, so the output was deleted; the original is unchanged.",
        "Have the file written anew by a converter such as dcmconv, then run again; report the kind of file if that does not help.")
    {
        RetryReason = reason,
    };

    internal static DamsException NotDicom() => File(
        nameof(NotDicom),
        "The file is not DICOM: it has neither the DICM prefix nor a first element that DICOM knows.",
        "Leave it out; nothing of it was used.");

    internal static DamsException EmptyFile() => File(
        nameof(EmptyFile),
        "The file has no bytes.",
        FileIsBroken);

    /// <param name="isAtEnd">Whether the file ends there, and not only an item or sequence in it.</param>
    internal static DamsException TruncatedHeader(long offset, string expected, bool isAtEnd) => File(
        nameof(TruncatedHeader),
        isAtEnd
            ? $"The file ends at byte {offset}, where {expected} was expected."
            : $"At byte {offset}: {expected} was expected, and too few bytes of what encloses it are left.",
        isAtEnd ? FileEndsEarly : FileIsNonstandard,
        offset, tag: null);

    /// <param name="isAtEnd">Whether the file ends too early, and not only an item or sequence in it.</param>
    internal static DamsException TruncatedElement(long offset, Tag tag, long expected, long left, bool isAtEnd) => File(
        nameof(TruncatedElement),
        CanBeNamed(tag)
            ? $"At byte {offset}, {tag}: {expected} bytes of value were expected, {Math.Max(left, 0)} are left."
            : $"At byte {offset}: more bytes of value were expected than the {Math.Max(left, 0)} that are left.",
        isAtEnd ? FileIsShort : FileIsNonstandard,
        offset, tag);

    internal static DamsException MalformedDataset(long offset, Tag tag, string expected) => File(
        nameof(MalformedDataset),
        CanBeNamed(tag) ? $"At byte {offset}, {tag}: expected {expected}." : $"At byte {offset}: expected {expected}.",
        FileIsNonstandard,
        offset, tag);

    internal static DamsException MalformedDeflate() => File(
        nameof(MalformedDeflate),
        "The deflated dataset cannot be inflated.",
        FileIsNonstandard);

    internal static DamsException TooManyElements(int maximum) => Limit(
        nameof(TooManyElements),
        $"The file holds more than {maximum} elements.",
        "Split the instance; no known object comes near this number.");

    internal static DamsException PassesLimit(string why) => Limit(
        nameof(PassesLimit),
        $"The file asks for more than one file may: {why}.",
        "Leave it out, or have it written anew; no known object comes near this limit.");

    internal static DamsException ValueTooLong(Tag tag, long length, long maximum) => File(
        nameof(ValueTooLong),
        $"{tag}: a value of {length} bytes passes the {maximum} that it may have.",
        "Remove the element with a rule of your own, or shorten what is to replace it.");

    internal static DamsException DicomDirectory() => File(
        nameof(DicomDirectory),
        "The file is a DICOMDIR, which lists patients by name.",
        "Leave it out; the instances that it lists are found without it.");

    /// <summary>A text is neither a keyword nor a tag of the data dictionary (PS3.6).</summary>
    public static DamsException UnknownAttribute(string attribute) => Configuration(
        nameof(UnknownAttribute),
        $"{attribute} is neither a keyword of the DICOM dictionary nor a tag.",
        "Write a keyword such as PatientComments or a tag such as 0010,4000.");
}
