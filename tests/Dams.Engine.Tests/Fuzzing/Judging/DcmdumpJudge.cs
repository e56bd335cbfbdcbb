using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Judging;

/// <summary>
/// DCMTK, where it is there, reads each output whose source it reads. A source in which it finds no PatientID it may have
/// taken for noise that by chance has no error.
/// </summary>
internal static class DcmdumpJudge
{
    // Over millions of elements without a length dcmdump takes many minutes.
    private const int LongestOutput = 16 * 1024 * 1024;

    private static readonly bool IsThere = Judges.Judge.IsThere("dcmdump");

    public static IEnumerable<FuzzFinding> Judge(IReadOnlyList<OutputPair> pairs)
    {
        pairs = [.. pairs.Where(pair => pair.Output.Length <= LongestOutput)];
        if (!IsThere || pairs.Count == 0 || Errors([.. pairs.Select(pair => pair.Path)]).Count == 0)
            yield break;
        foreach (var pair in pairs)
        {
            var errors = Errors([pair.Path]);
            if (errors.Count == 0)
                continue;
            using var folder = new TemporaryFolder();
            var original = folder.Write("original.dcm", pair.Case.Bytes);
            var right = folder.Write("right.dcm", WithRightGroupLength(pair.Case.Bytes, original));
            if (Errors([original, right]).Count == 0 && FindsPatient(original))
                yield return pair.Finding("Output that dcmdump cannot read", string.Join("; ", errors.Select(line => line.Replace(Path.GetDirectoryName(pair.Path)!, "", StringComparison.Ordinal))));
        }
    }

    /// <summary>
    /// The source with a group length that fits its file meta information. dcmdump believes a wrong one, takes the dataset
    /// for a part of it, and then does not see that it refuses the syntax.
    /// </summary>
    private static byte[] WithRightGroupLength(byte[] source, string path)
    {
        const int value = 140, end = value + sizeof(uint);
        using var file = DicomFile.Open(path);
        if (!file.HasPrefix || file.Meta.Find(KnownTag.FileMetaInformationGroupLength) != 0 || file.Meta[0].End != end)
            return source;
        byte[] right = [.. source];
        BinaryPrimitives.WriteUInt32LittleEndian(right.AsSpan(value), (uint)(file.Meta.End - end));
        return right;
    }

    private static bool FindsPatient(string path) => Read([path]).Lines.Any(line => line.StartsWith("(0010,0020)", StringComparison.Ordinal));

    private static IReadOnlyList<string> Errors(string[] paths)
    {
        var (code, lines) = Read(paths);
        var errors = lines.Where(line => line.StartsWith("E: ", StringComparison.Ordinal)).ToArray();
        return errors.Length == 0 && code != 0 ? [$"exit code {code}"] : errors;
    }

    // One attribute is shown; all are read.
    private static (int ExitCode, IReadOnlyList<string> Lines) Read(string[] paths) => Judges.Judge.Run("dcmdump", ["+P", "PatientID", .. paths]);
}
