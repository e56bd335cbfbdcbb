using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Subjects;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Support.Expecting;

/// <summary>Holds the output of Basic against its source, element by element, and tells every difference that no rule asks for.</summary>
internal sealed class BasicComparison
{
    private static readonly uint[] Added =
        [0x00100010, 0x00100020, 0x00120062, 0x00120063, 0x00120064, 0x00280303];

    private readonly BasicFates _fates;
    private readonly List<string> _problems = [];

    private BasicComparison(FileReading source, NewIdentity identity) => _fates = new BasicFates(source, identity);

    /// <summary>The values that had to go.</summary>
    public List<ElementReading> Removed { get; } = [];

    /// <summary>The elements that had to stay as they were.</summary>
    public List<ElementReading> Kept { get; } = [];

    /// <summary>The new UIDs.</summary>
    public List<string> NewUids { get; } = [];

    public IReadOnlyList<string> Problems => _problems;

    public static BasicComparison Compare(FileReading source, FileReading output, NewIdentity identity)
    {
        var comparison = new BasicComparison(source, identity);
        comparison.Compare(source.Dataset, output.Dataset, [], 0);
        return comparison;
    }

    private void Compare(
        IReadOnlyList<ElementReading> source, IReadOnlyList<ElementReading> output, IReadOnlyList<uint> path, int dummyDepth)
    {
        var next = 0;
        foreach (var element in source)
        {
            var isRestated = path.Count == 0 && IsRestated(element, source);
            var isMark = isRestated || (path.Count == 0 && Added.AsSpan(2).Contains(element.Tag));
            var fate = isMark ? Fate.Same : path.Count == 0 && IsUnbelieved(element, source) ? Fate.Gone : _fates.Find(element, path, dummyDepth);
            if (fate == Fate.Gone)
            {
                Removed.AddRange(element.AndDescendants());
                continue;
            }
            while (next < output.Count && output[next].Tag != element.Tag && IsAdded(output[next], source, path))
                next++;
            if (next == output.Count || output[next].Tag != element.Tag)
            {
                _problems.Add($"{element.Name} in {path.Count} sequences: missing, expected {fate}");
                continue;
            }
            var result = output[next++];
            if (result.Vr != element.Vr && result.Items is null)
                _problems.Add($"{element.Name}: {element.Vr} became {result.Vr}");
            if (isRestated)
                Expect(result.Text == "YES", element, "YES");
            if (!isMark)
                Check(element, result, fate, path, dummyDepth);
        }
        foreach (var surplus in output.Skip(next).Where(element => !IsAdded(element, source, path)))
            _problems.Add($"{surplus.Name} in {path.Count} sequences: not expected");
    }

    /// <summary>Whether an element is a NO of (0028,0301) of a class that requires a value: another comes in its place (PS3.3 section C.8.11.3).</summary>
    private static bool IsRestated(ElementReading element, IReadOnlyList<ElementReading> source) =>
        element.Tag == 0x00280301 && element.Text == "NO" && FileReading.Find(source, "Modality")?.Text is "DX" or "MG";

    /// <summary>Whether an element is a NO of (0028,0301) that is not believed.</summary>
    private static bool IsUnbelieved(ElementReading element, IReadOnlyList<ElementReading> source) =>
        element.Tag == 0x00280301 && element.Text == "NO"
        && (FileReading.Find(source, "Modality")?.Text is "US" or "SC" or "OT" or "XA" or "ES" || FileReading.Find(source, "ImageType")?.Text.StartsWith("DERIVED", StringComparison.Ordinal) == true);

    private static bool IsAdded(ElementReading element, IReadOnlyList<ElementReading> source, IReadOnlyList<uint> path) =>
        path.Count == 0 && Added.Contains(element.Tag) && source.All(other => other.Tag != element.Tag);

    private void Check(ElementReading source, ElementReading output, Fate fate, IReadOnlyList<uint> path, int dummyDepth)
    {
        switch (fate)
        {
            case Fate.Inside:
                CompareItems(source, output, path, dummyDepth);
                return;
            case Fate.Same:
                Kept.Add(source);
                Expect(source.Raw.AsSpan().SequenceEqual(output.Raw), source, "its bytes");
                return;
            case Fate.GroupLength:
                return;
        }
        if (fate != Fate.Mapped || MappedText(source) != source.Text)
            Removed.AddRange(source.AndDescendants());
        if (fate == Fate.Mapped)
            NewUids.Add(MappedText(source));
        var isRight = fate switch
        {
            Fate.Empty => output.Value.Length == 0 && (output.Items?.Count ?? 0) == 0,
            Fate.Pseudonym => output.Text == _fates.PseudonymFor(source.Tag),
            Fate.Mapped => output.Text == MappedText(source),
            _ => ValueForm.Fits(BasicFates.VrOf(source), output.Value)
                && (!source.Value.AsSpan().SequenceEqual(output.Value) || output.Text == "REMOVED"),
        };
        Expect(isRight, source, $"{fate}, not {output.Value.Length} bytes");
    }

    private void CompareItems(ElementReading source, ElementReading output, IReadOnlyList<uint> path, int dummyDepth)
    {
        if (output.Items?.Count != source.Items!.Count)
        {
            _problems.Add($"{source.Name}: {source.Items.Count} items became {output.Items?.Count}");
            return;
        }
        var depth = dummyDepth > 0 ? dummyDepth + 1 : _fates.IsDummySequence(source, path) ? 1 : 0;
        for (var i = 0; i < source.Items.Count; i++)
            Compare(source.Items[i].Elements, output.Items[i].Elements, [.. path, source.Tag], depth);
    }

    private static string MappedText(ElementReading source) => string.Join('\\', Encoding.Latin1.GetString(source.Value).Split('\\')
        .Select(uid => uid.Trim(' ', '\0'))
        .Select(uid => uid.Length == 0 || uid.StartsWith("1.2.840.10008.", StringComparison.Ordinal) ? uid : TestKey.NewUid(uid)));

    private void Expect(bool isRight, ElementReading element, string expected)
    {
        if (!isRight)
            _problems.Add($"{element.Name} {element.Vr}: expected {expected}");
    }
}
