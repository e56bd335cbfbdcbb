using System.IO;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Dams.Tests.Corpus;

public sealed class RewriteTests(ITestOutputHelper output)
{
    [CorpusFact]
    public void Every_file_reads_or_gives_a_reason()
    {
        foreach (var path in CorpusFiles.All)
        {
            try
            {
                using var file = DicomFile.Open(path);
                var trailing = file.Source.Length - file.Dataset.End;
                if (trailing > 0 || !file.HasPrefix)
                    output.WriteLine($"{Path.GetFileName(path)}: ok {file.Dataset.Count} elements, prefix {file.HasPrefix}, trailing {trailing} {file.Syntax.Uid}");
            }
            catch (DamsException e)
            {
                output.WriteLine($"{Path.GetFileName(path)}: {e.Id}: {e.Message}");
            }
        }
    }

    [CorpusFact]
    public void A_rewrite_without_rules_gives_the_same_bytes()
    {
        foreach (var path in CorpusFiles.All)
        {
            try
            {
                using var file = DicomFile.Open(path);
                if (file.Syntax.IsDeflated)
                    continue;
                using var target = new MemoryStream();
                Splice.Write(file, new EditList(file), target, default);
                Assert.True(File.ReadAllBytes(path).SequenceEqual(target.ToArray()), Path.GetFileName(path));
            }
            catch (DamsException)
            {
            }
        }
    }
}
