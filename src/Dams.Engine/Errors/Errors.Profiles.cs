using System.Collections.Generic;

namespace Dams;

// What is wrong with a profile.
internal static partial class Errors
{
    public static DamsException UnknownProfile(string name, IEnumerable<string> known) => Configuration(
        nameof(UnknownProfile),
        $"There is no profile {name}.",
        $"Choose one of {string.Join(", ", known)}.");

    public static DamsException UnknownAttribute(string attribute) => Configuration(
        nameof(UnknownAttribute),
        $"{attribute} is neither a keyword of the DICOM dictionary nor a tag.",
        "Write a keyword such as PatientComments or a tag such as 0010,4000.");
}
