using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>An image that a seed drew, and what a profile says of it.</summary>
/// <param name="Places">Where letters were drawn; none where nothing was, or where the picture is compressed.</param>
internal sealed record BurnedInImage(ImageKind Kind, Picture Picture, Syntax Syntax, IReadOnlyList<int> Places, InstanceBuilder Image)
{
    /// <summary>What is wrong with the output of an image that has text; null where nothing is.</summary>
    public string? ProblemOf(Profile profile)
    {
        using var folder = new TemporaryFolder();
        using var file = DicomFile.Open(folder.Write("image", Image.Build()));
        DeidentifiedInstance deidentified;
        try
        {
            deidentified = Deidentify(file, profile);
        }
        catch (DamsException e) when (e.Id == "UncleanablePixels")
        {
            // What cannot be blacked out is refused: nothing passes.
            return null;
        }
        using var target = new MemoryStream();
        FileRewriter.Write(file, deidentified.Edits, target, default);
        var output = FileReading.Parse(target.ToArray());
        var isLeft = Picture.Codestream is not null || Picture.Shows(Picture.Decode(output.Find("PixelData")!.Value, Syntax), Places);
        if (isLeft && deidentified.BurnedInText != BurnedInText.Suspected)
            return $"{this}: passes as {deidentified.BurnedInText}";
        return isLeft && (output.Find("BurnedInAnnotation")?.Text == "NO" || SaysClean(output)) ? $"{this}: says that it is clean" : null;
    }

    public (BurnedInText Text, BurnedInReasons Reasons) Judge(Profile profile)
    {
        using var folder = new TemporaryFolder();
        using var file = DicomFile.Open(folder.Write("image", Image.Build()));
        var deidentified = Deidentify(file, profile);
        return (deidentified.BurnedInText, deidentified.BurnedInReasons);
    }

    public override string ToString() => $"{Kind} {Picture.Photometric} {Picture.Bits} bits, {Syntax.Uid}, {FileReading.Parse(Image.Build()).Find("BurnedInAnnotation")?.Text}";

    private static DeidentifiedInstance Deidentify(DicomFile file, Profile profile) =>
        new InstanceDeidentifier(profile, TestKey.Key).Deidentify(file, InstanceFacts.Read(file), Deidentified.Identity);

    /// <summary>The code of the Clean Pixel Data Option.</summary>
    private static bool SaysClean(FileReading output) => output.Find("DeidentificationMethodCodeSequence")?.Items!
        .Any(item => FileReading.Find(item.Elements, "CodeValue")?.Text == "113101") == true;
}
