using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Subjects;
using Dams.Tests.Support;
using Dams.Tests.Support.Expecting;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Corpus;

public sealed class EncodeTests
{
    private static readonly NewIdentity Identity = new("SUBJ-0QXZ", "SUBJ-0QXZ_20240311", "19520101");

    [CorpusFact]
    public void Six_attributes_change_and_no_other_byte()
    {
        var (problems, count) = (new List<string>(), 0);
        foreach (var path in CorpusFiles.All)
        {
            var source = File.ReadAllBytes(path);
            byte[] output;
            try
            {
                output = Deidentified.Bytes(source, Deidentified.Encode, Identity);
            }
            catch (DamsException)
            {
                continue;
            }
            count++;
            var expected = EncodeExpectation.Create(FileReading.Parse(source), Identity);
            if (!expected.SequenceEqual(FileReading.Parse(output).Bytes))
                problems.Add($"{Path.GetFileName(path)}: {expected.Length} bytes expected, {output.Length} found");
        }
        Problems.AssertNone(problems);
        Assert.True(count > 200, $"{count} files");
    }
}
