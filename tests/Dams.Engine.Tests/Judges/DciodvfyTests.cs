using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Tests.Benchmark;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Judges;

/// <summary>dciodvfy of dicom3tools, which knows the IODs of the standard, finds no error in an output that the input had not.</summary>
public sealed class DciodvfyTests
{
    // What an error tells beside its kind: values and UIDs, which are others in the output.
    private static readonly Regex Particular = new(@"<[^>]*>|[0-9.]{6,}|(?<=UID )[0-9.]+|\[[^\]]*\]", RegexOptions.CultureInvariant);

    private static readonly Regex Value = new("<([^>]+)>", RegexOptions.CultureInvariant);

    // One that only says that there were others.
    private const string Sum = "Error - Dicom dataset contains invalid data values";

    // Where dciodvfy gives up on an input, it does not see what is behind.
    private static readonly string[] Unread = ["Tags out of order", "Dicom dataset read failed"];

    [JudgeTheory("dciodvfy")]
    [InlineData(ProfileBuilder.Basic)]
    [InlineData(ProfileBuilder.Research)]
    public void Synthetic_instances_have_no_new_error(string profile)
    {
        var random = new Random(3);
        var sources = new Studies(People.All[0], 0, random).All().Select(instance => (instance.Name, instance.Bytes));

        AssertNoNewError(sources, Deidentified.Profile(profile));
    }

    [JudgeTheory("dciodvfy", needsCorpus: true)]
    [InlineData(ProfileBuilder.Basic)]
    [InlineData(ProfileBuilder.Research)]
    public void Real_files_have_no_new_error(string profile)
    {
        // Directories of media never leave a batch.
        var sources = CorpusFiles.All.Where(path => !path.EndsWith("DICOMDIR", StringComparison.Ordinal))
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)));

        AssertNoNewError(sources, Deidentified.Profile(profile));
    }

    private static void AssertNoNewError(IEnumerable<(string Name, byte[] Bytes)> sources, Profile profile)
    {
        var errors = NewErrors(sources, profile);
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    private static List<string> NewErrors(IEnumerable<(string Name, byte[] Bytes)> sources, Profile profile)
    {
        using var folder = new TemporaryFolder();
        var errors = new List<string>();
        foreach (var (name, bytes) in sources)
        {
            byte[] output;
            try
            {
                output = Deidentified.Bytes(bytes, profile);
            }
            catch (DamsException)
            {
                // What cannot be read has no output.
                continue;
            }
            var known = ErrorsIn(folder.Write("in.dcm", bytes)).ToList();
            var kinds = known.Select(Kind).ToHashSet();
            var isReadable = !known.Any(error => Unread.Any(error.Contains));
            errors.AddRange(ErrorsIn(folder.Write("out.dcm", output))
                .Where(error => !kinds.Contains(Kind(error)) && (isReadable || !IsOfUnchanged(error, bytes, output)))
                .Select(error => $"{name}: {error}"));
        }
        return errors;
    }

    private static IEnumerable<string> ErrorsIn(string path) => Judge.Run("dciodvfy", path).Lines
        .Where(line => line.StartsWith("Error", StringComparison.Ordinal) && !line.StartsWith(Sum, StringComparison.Ordinal));

    private static string Kind(string error) => Particular.Replace(error, "").Trim();

    /// <summary>Whether an error is about a value that the output has from the input as it was.</summary>
    private static bool IsOfUnchanged(string error, byte[] source, byte[] output)
    {
        if (error.Contains("PixelData", StringComparison.Ordinal))
            return PixelsOf(source).SequenceEqual(PixelsOf(output));
        var value = Value.Match(error).Groups[1].Value;
        return value.Length > 0 && source.AsSpan().IndexOf(Encoding.Latin1.GetBytes(value)) >= 0;
    }

    /// <summary>The pixel data and what their length follows from.</summary>
    private static IEnumerable<byte> PixelsOf(byte[] file)
    {
        var reading = FileReading.Parse(file);
        string[] attributes = ["SamplesPerPixel", "NumberOfFrames", "Rows", "Columns", "BitsAllocated", "PixelData"];
        return attributes.SelectMany(attribute => reading.Find(attribute)?.Raw ?? []);
    }
}
