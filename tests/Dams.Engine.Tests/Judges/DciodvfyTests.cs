using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Profiles;
using Dams.Tests.Benchmark;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Judges;

/// <summary>dciodvfy of dicom3tools, which knows the IODs of the standard, finds no error in an output that the input had not.</summary>
public sealed class DciodvfyTests
{
    // What an error tells beside its kind: values and UIDs, which are others in the output.
    private static readonly Regex Particular = new(@"<[^>]*>|[0-9.]{6,}|\[[^\]]*\]", RegexOptions.CultureInvariant);

    [DciodvfyTheory]
    [InlineData(ProfileBuilder.Basic)]
    [InlineData(ProfileBuilder.Research)]
    public void Synthetic_instances_have_no_new_error(string profile)
    {
        var random = new Random(3);
        var sources = new Studies(People.All[0], 0, random).All().Select(instance => (instance.Name, instance.Bytes));

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
            var known = ErrorsIn(folder.Write("in.dcm", bytes)).ToHashSet();
            errors.AddRange(ErrorsIn(folder.Write("out.dcm", output)).Where(error => !known.Contains(error)).Select(error => $"{name}: {error}"));
        }
        return errors;
    }

    private static IEnumerable<string> ErrorsIn(string path) => Run(path)!.Split('\n')
        .Where(line => line.StartsWith("Error", StringComparison.Ordinal))
        .Select(line => Particular.Replace(line, "").Trim()).Distinct();

    private static string? Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dciodvfy", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.Latin1,
            StandardOutputEncoding = Encoding.Latin1,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            return process.StandardOutput.ReadToEnd() + errors.Result;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private sealed class DciodvfyTheoryAttribute : TheoryAttribute
    {
        private static readonly bool IsThere = Run("-version") is not null;

        public DciodvfyTheoryAttribute()
        {
            if (!IsThere)
                Skip = "needs dciodvfy (dicom3tools) on the path";
        }
    }
}
