using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom.Rewriting;

/// <summary>
/// Files made up at random, of all forms and nested, with several edits at random: the bytes must be those of a file that
/// was written with these changes in it.
/// </summary>
public sealed class RandomEditTests
{
    private static readonly (string Tag, string Vr)[] Leaves =
    [
        ("00080060", "CS"), ("00081030", "LO"), ("00091001", "OB"), ("00091002", "UT"), ("00100010", "PN"), ("00104000", "LT"),
        ("00200013", "IS"), ("00280010", "US"), ("00291010", "UN"),
    ];

    private static readonly (string Tag, string Vr)[] Sequences =
        [("00081110", "SQ"), ("0040A730", "SQ"), ("00291020", "UN"), ("0040A043", "UN")];

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Any_edits_give_the_file_that_would_have_been_written_with_them(string name)
    {
        var syntax = Syntaxes.Find(name);
        using var folder = new TemporaryFolder();
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var root = Level(random, depth: 0);
            var next = 0;
            root.Number(ref next);
            using var file = new OpenedFile(File(syntax, root));
            Assert.Equal(next, file.Dataset.Count);

            // The innermost first: each edit changes the model, and the indices of the file are those from before.
            var edits = new EditList(file.File);
            foreach (var level in Levels(root).Reverse().ToArray())
                EditOne(random, level, edits);

            using var target = new System.IO.MemoryStream();
            FileRewriter.Write(file.File, edits, target, default);
            Assert.True(File(syntax, root).AsSpan().SequenceEqual(target.ToArray()), $"seed {seed}");
            OutputVerifier.Verify(file.File, edits, folder.Write("written", target.ToArray()));
        }
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Edits_that_wait_in_memory_read_as_that_file_and_more_edits_of_it_too(string name)
    {
        var syntax = Syntaxes.Find(name);
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var root = Level(random, depth: 0);
            using var file = new OpenedFile(File(syntax, root));
            var content = EditedContent.Of(file.Path, null, null, file.File, EditAll(random, root, file.File));
            for (var round = 0; round < 3; round++)
            {
                using var edited = content.Open(ReadScope.Whole, default);
                Assert.True(File(syntax, root).AsSpan().SequenceEqual(BytesOf(edited)), $"seed {seed}, round {round}");
                content = content.With(edited, EditAll(random, root, edited));
            }
        }
    }

    private static EditList EditAll(Random random, ModelLevel root, DicomFile file)
    {
        var next = 0;
        root.Number(ref next);
        var edits = new EditList(file);
        foreach (var level in Levels(root).Reverse().ToArray())
            EditOne(random, level, edits);
        return edits;
    }

    private static byte[] BytesOf(DicomFile file)
    {
        var bytes = new byte[file.Source.Length];
        file.Source.CopyTo(0, bytes);
        return bytes;
    }

    private static byte[] File(Syntax syntax, ModelLevel root) =>
        [.. FileBuilder.Prefix, .. FileBuilder.Meta(syntax), .. root.Write(syntax)];

    private static ModelLevel Level(Random random, int depth)
    {
        var level = new ModelLevel { IsUndefined = random.Next(2) == 0 };
        // A first element that is always there tells the encoding of the level.
        level.Elements[0x00080018] = new ModelElement("UI", "1.2.3\0"u8.ToArray());
        foreach (var (tag, vr) in Leaves.Where(_ => random.Next(2) == 0))
            level.Elements[Convert.ToUInt32(tag, 16)] = Leaf(random, vr);
        foreach (var (tag, vr) in Sequences.Where(_ => depth < 4 && random.Next(3) == 0))
        {
            level.Elements[Convert.ToUInt32(tag, 16)] = new ModelElement(vr, [])
            {
                IsUndefined = random.Next(2) == 0,
                Items = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Level(random, depth + 1))],
            };
        }
        foreach (var tag in level.Elements.Keys.Where(_ => random.Next(6) == 0))
            level.GroupLengths.Add((ushort)(tag >> 16));
        return level;
    }

    private static ModelElement Leaf(Random random, string vr) =>
        new(vr, [.. Enumerable.Range(0, random.Next(12)).Select(_ => (byte)random.Next('A', 'Z'))]);

    private static IEnumerable<ModelLevel> Levels(ModelLevel level) => level.Elements.Values
        .SelectMany(element => element.Items ?? [])
        .SelectMany(Levels)
        .Prepend(level);

    private static void EditOne(Random random, ModelLevel level, EditList edits)
    {
        var absent = Leaves.Where(leaf => !level.Elements.ContainsKey(Convert.ToUInt32(leaf.Tag, 16))).ToArray();
        if (absent.Length > 0 && random.Next(2) == 0)
        {
            var (tag, vr) = absent[random.Next(absent.Length)];
            var value = "INSERTED"u8.ToArray();
            edits.Insert(level.Index, new Tag(Convert.ToUInt32(tag, 16)), (buffer, form) =>
                buffer.Write(form, new Tag(Convert.ToUInt32(tag, 16)), Vr.Parse(vr), value));
            level.Elements[Convert.ToUInt32(tag, 16)] = new ModelElement(vr, value);
            return;
        }
        foreach (var (tag, element) in level.Elements.Where(pair => pair.Value.Items is null && pair.Key != 0x00080018).ToArray())
        {
            switch (random.Next(4))
            {
                case 0:
                    edits.Remove(element.Index);
                    level.Elements.Remove(tag);
                    break;
                case 1:
                    var value = Leaf(random, element.Vr).Value;
                    edits.Replace(element.Index, value, (byte)'x');
                    element.Value = value.Length % 2 == 0 ? value : [.. value, (byte)'x'];
                    break;
            }
        }
    }
}
