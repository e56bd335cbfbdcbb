using System;
using Dams.Dicom;

namespace Dams;

// What is wrong with a DICOM file.
internal static partial class Errors
{
    public static DamsException NotDicom() => File(
        nameof(NotDicom),
        "The file is not DICOM: it has neither the DICM prefix nor a first element that DICOM knows.",
        "Leave it out; nothing of it was used.");

    public static DamsException EmptyFile() => File(
        nameof(EmptyFile),
        "The file has no bytes.",
        FileIsBroken);

    /// <param name="isAtEnd">Whether the file ends there, and not only an item or sequence in it.</param>
    public static DamsException TruncatedHeader(long offset, string expected, bool isAtEnd) => File(
        nameof(TruncatedHeader),
        isAtEnd
            ? $"The file ends at byte {offset}, where {expected} was expected."
            : $"At byte {offset}: {expected} was expected, and too few bytes of what encloses it are left.",
        isAtEnd ? FileEndsEarly : FileIsOdd,
        offset, tag: null);

    /// <param name="isAtEnd">Whether the file ends too early, and not only an item or sequence in it.</param>
    public static DamsException TruncatedElement(long offset, Tag tag, long expected, long left, bool isAtEnd) => File(
        nameof(TruncatedElement),
        IsTold(tag)
            ? $"At byte {offset}, {tag}: {expected} bytes of value were expected, {Math.Max(left, 0)} are left."
            : $"At byte {offset}: more bytes of value were expected than the {Math.Max(left, 0)} that are left.",
        isAtEnd ? FileIsShort : FileIsOdd,
        offset, tag);

    public static DamsException MalformedDataset(long offset, Tag tag, string expected) => File(
        nameof(MalformedDataset),
        IsTold(tag) ? $"At byte {offset}, {tag}: expected {expected}." : $"At byte {offset}: expected {expected}.",
        FileIsOdd,
        offset, tag);

    public static DamsException MalformedDeflate() => File(
        nameof(MalformedDeflate),
        "The deflated dataset cannot be inflated.",
        FileIsOdd);

    public static DamsException TooManyElements(int maximum) => Limit(
        nameof(TooManyElements),
        $"The file holds more than {maximum} elements.",
        "Split the instance; no known object comes near this number.");

    public static DamsException PassesLimit(string why) => Limit(
        nameof(PassesLimit),
        $"The file asks for more than one file may: {why}.",
        "Leave it out, or have it written anew; no known object comes near this limit.");

    public static DamsException ValueTooLong(Tag tag, long length, long maximum) => File(
        nameof(ValueTooLong),
        $"{tag}: a value of {length} bytes passes the {maximum} that it may have.",
        "Remove the element with a rule of your own, or shorten what is to replace it.");

    public static DamsException NotInCharacterSet(Tag tag) => File(
        nameof(NotInCharacterSet),
        $"{tag}: the character set of the file cannot write the new value.",
        "Choose a value in the characters A to Z and 0 to 9, which every character set has.");

    public static DamsException DicomDirectory() => File(
        nameof(DicomDirectory),
        "The file is a DICOMDIR, which lists patients by name.",
        "Leave it out; the instances that it lists are found without it.");

    public static DamsException WrongTransferSyntax() => File(
        nameof(WrongTransferSyntax),
        "The file says that its dataset is deflated with explicit value representations, but they are implicit, and this profile leaves what it says.",
        "Protect it with Basic or Research, which put that right, or have it written anew by a converter such as dcmconv.");

    public static DamsException UnreadBytes(long offset) => File(
        nameof(UnreadBytes),
        $"Around the dataset, from byte {offset} on, stand bytes that are no elements as they are, and yet hold what this profile has to change or to keep.",
        "Have the file written anew by a converter such as dcmconv, then run again.",
        offset,
        null);

    public static DamsException UnreadableItems(long offset, Tag tag) => File(
        nameof(UnreadableItems),
        $"At byte {offset}: an unknown value begins as a sequence does, cannot be read as one, and may hold what this profile changes.",
        "Protect it with Basic or Research, which remove the element, or have it written anew by a converter such as dcmconv.",
        offset, tag);

    public static DamsException UnknownTransferSyntax() => File(
        nameof(UnknownTransferSyntax),
        "The pixel data are compressed, and no transfer syntax says how.",
        "Have (0002,0010) Transfer Syntax UID set right where the file was made.");
}
