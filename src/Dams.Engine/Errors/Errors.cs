using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Dams.Dicom;

namespace Dams;

/// <summary>Makes every error of Dams: its id, its cause and its cure.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static partial class Errors
{
    private const string FileIsOdd = "Fetch the file again; if it stays so, its writer does not follow the standard (PS3.5): have it written anew.";

    // More than is there may be missing from the copy, or be asked for by a length that is wrong.
    private const string FileIsShort = "Fetch the file again from where it came: this copy is not whole, or this length is wrong.";

    private const string FileIsBroken = "Fetch the file again from where it came; this copy is not whole.";

    private const string FileEndsEarly = "Fetch the file again from where it came: this copy is not whole, or what stands before this place is not as the standard has it.";

    private const string OpenFewer =
        "Let this account open more files at a time (ulimit -n), or work on fewer at a time (-ThrottleLimit, --jobs).";

    // The exception behind it stays out: it may hold the path of a source file.
    private static DamsException File(string id, string cause, string cure) => new(id, ErrorScope.File, cause, cure);

    private static DamsException Limit(string id, string cause, string cure) => new(id, ErrorScope.File, cause, cure) { IsLimit = true };

    // The same, of what the operating system says and of a place in the file.
    private static DamsException File(string id, string cause, string cure, Exception inner) =>
        new(id, ErrorScope.File, cause, CureOf(inner, cure)) { Trouble = SystemErrors.Classify(inner) };

    private static DamsException File(string id, string cause, string cure, long offset, Tag? tag) =>
        new(id, ErrorScope.File, cause, cure) { Where = tag is { } known && IsTold(known) ? $"byte {offset}, {known}" : $"byte {offset}" };

    // Where a file is broken its values are taken for tags: a tag that nobody defined may be four letters of a name.
    private static bool IsTold(Tag tag) => DataDictionary.Contains(tag) || tag.Group == ItemTag.Item.Group;

    // The words of an exception that nobody foresaw may hold a value; its kind and the method it came from do not.
    public static DamsException Unforeseen(Exception exception) => File(
        nameof(Unforeseen),
        $"Dams met a fault of its own{Place(exception)}: {Reason(exception)}.",
        "Report these words, of which none is a patient's, with what was done; the file stays as it is.");

    private static string Place(Exception exception)
    {
        var frames = new StackTrace(exception.GetBaseException(), fNeedFileInfo: false).GetFrames() ?? [];
        var method = frames.Select(frame => frame.GetMethod()).FirstOrDefault(known => known?.DeclaringType?.FullName?.StartsWith("Dams.", StringComparison.Ordinal) == true);
        return method is null ? "" : $" in {method.DeclaringType!.FullName}.{method.Name}";
    }

    private static DamsException Configuration(string id, string cause, string cure, Exception? inner = null) =>
        new(id, ErrorScope.Configuration, cause, CureOf(inner, cure), inner)
        {
            Trouble = inner is null ? Trouble.Lasting : SystemErrors.Classify(inner),
        };

    // What the limit of open files refuses has neither to do with the disk nor with permissions.
    private static string CureOf(Exception? inner, string cure) =>
        inner is null ? cure
        : SystemErrors.IsOutOfHandles(inner) || IsMissingAssembly(inner) ? OpenFewer
        : SystemErrors.IsDevice(inner) ? "Give a file on a disk."
        : cure;

    // What .NET says of a part of a program that it cannot load is what it says of any file that is not there.
    private static bool IsMissingAssembly(Exception exception) =>
        exception is FileLoadException || (exception is FileNotFoundException { FileName: { } name } && name.Contains(", Version="));

    // The operating system's own words may hold a path; what kind of failure it was does not.
    private static string Reason(Exception exception) => exception switch
    {
        _ when IsMissingAssembly(exception) => "a part of the program cannot be loaded, maybe since too many files are open",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        UnauthorizedAccessException => "access is denied",
        PathTooLongException => "the path is too long",
        IOException e => SystemErrors.Describe(e.HResult & 0xFFFF),
        _ => exception.GetType().Name,
    };
}
