using static Dams.Core.ErrorFactory;

namespace Dams.Cleaning.Recognizers;

/// <summary>What is wrong with a recognizer. A text of which it does not say what identifies must not stay.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class RecognizerErrors
{
    public static DamsException RecognizerNotFound() => Configuration(
        nameof(RecognizerNotFound),
        "The recognizer is no program that is there.",
        "Give the path of a program that takes no arguments, or an address such as http://127.0.0.1:8080/.");

    public static DamsException RecognizerNotLocal() => Configuration(
        nameof(RecognizerNotLocal),
        "The recognizer's address is not one of this machine, and texts of patients must not leave it.",
        "Give an address with http or https and 127.0.0.1, [::1] or localhost.");

    public static DamsException RecognizerUnused() => Configuration(
        nameof(RecognizerUnused),
        "A recognizer is asked about texts that are cleaned, and this profile cleans none.",
        "Use the profile Research or the option CleanDescriptors, CleanStructuredContent or CleanGraphics, or leave the recognizer out.");

    public static DamsException RecognizerFailed(string why) => File(
        nameof(RecognizerFailed),
        $"The recognizer gave no answer to a text of the file: {why}.",
        "Try it by hand with a line such as {\"text\":\"Seen by Dr. Doe.\"}, mend it, then run again.");

    public static DamsException RecognizerTimeout(int seconds) => File(
        nameof(RecognizerTimeout),
        $"The recognizer took longer than {seconds} s for a text of the file.",
        "Let it answer sooner, then run again.");

    public static DamsException RecognizerAnswer() => File(
        nameof(RecognizerAnswer),
        "The recognizer's answer is no list of spans that lie in the text.",
        "Let it answer in one line, {\"spans\":[{\"start\":0,\"length\":3,\"kind\":\"Name\"}]}, and count characters of Unicode from 0 on.");
}
