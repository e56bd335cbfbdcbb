namespace Dams;

/// <summary>Identifying data that is left in a file to be shared. A finding says where it is and of what kind, never the value.</summary>
/// <param name="File">The path of the file; what identifies in it is written as <c>[removed]</c>.</param>
/// <param name="ElementPath">
/// Where in the file: keywords or tags from the root with the number of each item, <c>line 3</c> of a text file, empty for
/// the file as a whole.
/// </param>
/// <param name="Kind">What it is.</param>
public sealed record IdentifierFinding(string File, string ElementPath, IdentifierKind Kind)
{
    /// <summary>
    /// The rule of Dams that would have removed it: <c>KnownValue</c> (known of the patient), <c>Form</c> (identifies by its form
    /// or context), <c>Uid</c>, <c>Date</c>, <c>ForgottenAttribute</c> (identifies though PS3.15 table E.1-1 does not list it),
    /// <c>ForeignName</c> (a name under a value representation that is not its own), <c>MisplacedElement</c>, <c>PatientAge</c>, <c>PixelText</c> (burned into the image),
    /// <c>HiddenContent</c> (in pixel data besides the image), <c>Mark</c>; <c>Unread</c> where nobody could look.
    /// </summary>
    public string Rule { get; init; } = "";
}
