using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Tests.Fuzzing.Mutants;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Fuzzing.Judging;

/// <summary>Looks at what was written: whether it can be read, and whether what had to go is gone.</summary>
internal static class OutputJudge
{
    public static IEnumerable<FuzzFinding> Judge(OutputPair pair)
    {
        if (CannotOpen(pair.Path) is { } refusal)
            yield return pair.Finding("Output that Dams cannot read", refusal);
        var (source, output) = (ReadingOf(pair.Case.Bytes), ReadingOf(pair.Output));
        // Where it stops before the first element it has read nothing.
        if (source is { Dataset.Count: 0 })
            source = null;
        if (source is not null && output is null)
            yield return pair.Finding("Output that the tests' reader cannot read", "it reads the source");
        foreach (var finding in Survivors(pair, source, output))
            yield return finding;
        if (source is null || output is null)
            yield break;
        if (pair.Profile == ProfileBuilder.Encode && EncodeComparison.Difference(source, output) is { } difference)
            yield return pair.Finding("Encode changes what nobody asked for", difference);
        if (output.Syntax == Syntax.Deflated.Uid && (pair.Output.Length - output.DatasetStart) % 2 != 0)
            yield return pair.Finding("Deflated output of odd length", $"{pair.Output.Length - output.DatasetStart} bytes");
    }

    private static IEnumerable<FuzzFinding> Survivors(OutputPair pair, FileReading? source, FileReading? output)
    {
        var written = output?.Bytes ?? pair.Output;
        var own = OwnReading(pair.Case.Bytes);
        if (own is not null)
        {
            foreach (var word in Markers.OnlyIn(own.Value.Values.Where(value => TellingTags.HaveToGo(value.Tag, pair.Profile)).Select(value => value.Bytes), own.Value.Whole).Where(Survives))
                yield return pair.Finding("A value that had to go is in the output", $"{word} of {PlaceOf(own.Value.Values, word)}");
        }
        if (source is not null)
        {
            var gone = source.All.Concat(Behind(source)).Where(element => TellingTags.HaveToGo(new Tag(element.Tag), pair.Profile)).Select(element => element.Value);
            foreach (var word in Markers.OnlyIn(gone, source.Bytes).Where(Survives))
                yield return pair.Finding("A value that had to go as another reader sees it is in the output", word);
        }
        bool Survives(string word) => written.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(word)) >= 0;
    }

    /// <summary>What stands behind pixel data and can be read as elements.</summary>
    private static IEnumerable<ElementReading> Behind(FileReading source) =>
        source.DatasetEnd < source.Bytes.Length && source.Syntax != Syntax.Deflated.Uid
            ? ReadingOf([.. source.Bytes[..source.DatasetStart], .. source.Bytes[source.DatasetEnd..]])?.All ?? []
            : [];

    private static string PlaceOf(IEnumerable<(Tag Tag, byte[] Bytes)> values, string word) =>
        values.Where(value => Markers.In(value.Bytes).Contains(word)).Select(value => value.Tag.ToString()).First();

    /// <summary>What the engine finds in the source: each value that is no sequence, and all bytes, inflated.</summary>
    private static (List<(Tag Tag, byte[] Bytes)> Values, byte[] Whole)? OwnReading(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        try
        {
            using var file = DicomFile.Open(folder.Write("source", bytes));
            var values = new List<(Tag, byte[])>();
            for (var i = 0; i < file.Dataset.Count; i++)
            {
                var element = file.Dataset[i];
                if (element.IsItem || element.IsSequence)
                    continue;
                var value = new byte[element.ValueLength];
                file.Source.CopyTo(element.ValueOffset, value);
                values.Add((element.Tag, value));
            }
            var whole = new byte[file.Source.Length];
            file.Source.CopyTo(0, whole);
            return (values, whole);
        }
        catch (DamsException)
        {
            return null;
        }
    }

    private static string? CannotOpen(string path)
    {
        try
        {
            DicomFile.Open(path).Dispose();
            return null;
        }
        catch (DamsException e)
        {
            return $"{e.Id} {e.Where}";
        }
    }

    private static FileReading? ReadingOf(byte[] bytes)
    {
        try
        {
            return FileReading.Parse(bytes);
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException or InvalidDataException)
        {
            return null;
        }
    }
}
