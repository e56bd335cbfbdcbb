using static Dams.Core.ErrorFactory;

namespace Dams;

/// <summary>What is wrong with XML beside images.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
public static class SidecarErrors
{
    internal static DamsException MalformedXml(int line) => File(
        nameof(MalformedXml),
        $"The file is not well-formed XML: line {line}.",
        "Fetch the file again from where it came, or correct the line.");

    internal static DamsException XmlWithDtd() => File(
        nameof(XmlWithDtd),
        "The XML has a document type definition, which can name other files and grow without bounds.",
        "Take the DOCTYPE out of the file.");

    internal static DamsException XmlTooLarge() => File(
        nameof(XmlTooLarge),
        "The XML is larger than 64 MiB, nests deeper than 256 elements, or has more than 256 texts right beside one another.",
        "Leave it out; a planning log is far smaller.");

    internal static DamsException UnreadableXmlEncoding() => File(
        nameof(UnreadableXmlEncoding),
        "The XML is in an encoding that cannot be read here.",
        "Save it as UTF-8.");

    internal static DamsException UnknownXml() => File(
        nameof(UnknownXml),
        "The XML is of no kind that Dams knows, and no rule of a recipe is about it.",
        "Write rules for it in the xml section of a recipe and give that with -Recipe.");

    internal static DamsException UnknownXmlPatient() => File(
        nameof(UnknownXmlPatient),
        "The patient of the XML is unknown: the XML names none, and beside it are no images, or images of several patients.",
        "Give the patient's folder alone, with -SubjectID where it names nobody.");

    internal static DamsException OtherXmlPatient() => File(
        nameof(OtherXmlPatient),
        "The XML names another patient than the images beside it.",
        "Put it where it belongs, or give -SubjectID for the folder if it is one person.");

    /// <summary>The paths hold no XML file.</summary>
    public static DamsException NoXmlFound() => Configuration(
        nameof(NoXmlFound),
        "No XML file of the kind sought was found.",
        "Check the paths.");
}
