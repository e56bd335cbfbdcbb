using Dams.Dicom.Dictionary;
using static Dams.Core.ErrorFactory;
using static Dams.Dicom.ErrorPlace;

namespace Dams.Deidentification;

/// <summary>What of an instance cannot be de-identified.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class DeidentificationErrors
{
    public static DamsException NotInCharacterSet(Tag tag) => File(
        nameof(NotInCharacterSet),
        $"{tag}: the character set of the file cannot write the new value.",
        "Choose a value in the characters A to Z and 0 to 9, which every character set has.");

    public static DamsException WrongTransferSyntax() => File(
        nameof(WrongTransferSyntax),
        "The file says that its dataset is deflated with explicit value representations, but they are implicit, and this profile leaves what it says.",
        "Protect it with Basic or Research, which put that right, or have it written anew by a converter such as dcmconv.");

    public static DamsException UnreadBytes(long offset) => File(
        nameof(UnreadBytes),
        $"Around the dataset, from byte {offset} on, there are bytes that cannot be read as elements, but hold what this profile has to change or to keep.",
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

    public static DamsException TwoPixelData(long offset) => File(
        nameof(TwoPixelData),
        $"At byte {offset}: the dataset has pixel data a second time; some programs show the first and some the last, and a look at one does not tell what is in the other.",
        "Have the file written anew with the image that is meant, then run again.",
        offset, KnownTag.PixelData);

    public static DamsException UncleanablePixels(string why) => File(
        nameof(UncleanablePixels),
        $"A rule asks to black out a part of the image, but its pixel data are {why}.",
        "Decompress the file first (dcmdjpeg, gdcmconv --raw), or take the option CleanPixelData away for it.");
}
