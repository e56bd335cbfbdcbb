using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Accuracy.People;
using Dams.Benchmarks.Accuracy.Standard;
using Dams.Tests.Support;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>All files of a seed.</summary>
internal static class Corpus
{
    private static readonly Syntax[] Syntaxes =
        [Syntax.ExplicitLittle, Syntax.ImplicitLittle, Syntax.ExplicitBig, Syntax.Deflated, Syntax.JpegBaseline];

    public static IReadOnlyList<TestFile> Make(int seed, StandardTables tables)
    {
        var random = new Random(seed);
        return [.. new PersonFactory(random).Make().SelectMany(person => FilesOf(random, person, tables))];
    }

    public static void Write(IReadOnlyList<TestFile> files, string folder)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes);
        }
    }

    private static IEnumerable<TestFile> FilesOf(Random random, Person person, StandardTables tables)
    {
        var shares = new Dealer(random, tables).Deal(Syntaxes.Length);
        yield return new FileMaker(random, person, Syntax.ExplicitLittle, tables).Make(0, Share.None);
        for (var i = 0; i < Syntaxes.Length; i++)
            yield return new FileMaker(random, person, Syntaxes[i], tables).Make(i + 1, shares[i]);
    }
}
