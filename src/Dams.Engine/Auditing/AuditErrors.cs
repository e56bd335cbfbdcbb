using static Dams.Core.ErrorFactory;

namespace Dams.Auditing;

/// <summary>What makes an audit one of nothing: it would find nothing whatever is left.</summary>
/// <remarks>No argument may hold a patient's value or the path of a source file.</remarks>
internal static class AuditErrors
{
    public static DamsException NothingToAudit() => Configuration(
        nameof(NothingToAudit),
        "There is no file to look through, so that nothing was audited.",
        "Check the paths of what is to be shared.");

    public static DamsException EmptySubjectMap() => Configuration(
        nameof(EmptySubjectMap),
        "The subject map of the audit has no line with an MRN, so that nothing would be searched for.",
        "Give the map that was written when the files were protected.");

    public static DamsException NoOriginals(int path) => Configuration(
        nameof(NoOriginals),
        $"Path {path} of the originals is not there or holds no DICOM instance that can be read, so that nothing would be compared with it.",
        "Give the folders from which the files were protected.");
}
