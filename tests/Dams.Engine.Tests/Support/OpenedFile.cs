using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams.Tests.Support;

/// <summary>The bytes of a test as a file that the engine has open.</summary>
internal sealed class OpenedFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OpenedFile(byte[] bytes, ReadScope scope = ReadScope.Whole)
    {
        try
        {
            Path = _folder.Write("file.dcm", bytes);
            File = DicomFile.Open(Path, scope);
        }
        catch
        {
            _folder.Dispose();
            throw;
        }
    }

    /// <summary>A file of a syntax and the dataset that an action writes.</summary>
    public OpenedFile(Syntax syntax, Action<DatasetBuilder> write)
        : this(FileBuilder.Build(syntax, write))
    {
    }

    public DicomFile File { get; }

    public ElementTree Dataset => File.Dataset;

    public string Path { get; }

    /// <summary>
    /// One line for each element: two spaces for each item around it, its keyword or tag, its value representation, and
    /// its value in Latin-1 without padding.
    /// </summary>
    public IReadOnlyList<string> Outline => OutlineOf(File.Dataset);

    public IReadOnlyList<string> MetaOutline => OutlineOf(File.Meta);

    /// <summary>The index of an element: keywords or tags, numbers of items between them, separated by slashes.</summary>
    public int IndexOf(string path)
    {
        var container = ElementTree.Root;
        var index = -1;
        foreach (var word in path.Split('/'))
        {
            if (int.TryParse(word, out var item) && word.Length < 4)
            {
                container = Dataset.FirstIn(index);
                for (; item > 0; item--)
                    container = Dataset[container].Next;
                index = container;
                continue;
            }
            index = Dataset.Find(DatasetBuilder.TagOf(word), container);
            if (index < 0)
                throw new ArgumentException($"The file has no {path}.");
        }
        return index;
    }

    /// <summary>The file as the engine writes it with the edits that an action makes.</summary>
    /// <param name="isReadable">Whether it has to read as what the edits say.</param>
    public byte[] Rewrite(Action<EditList> edit, bool isReadable = true)
    {
        var edits = new EditList(File);
        edit(edits);
        using var target = new MemoryStream();
        FileRewriter.Write(File, edits, target, default);
        if (isReadable)
            OutputVerifier.Verify(File, edits, _folder.Write("rewritten.dcm", target.ToArray()));
        return target.ToArray();
    }

    /// <summary>The text of an element, which <see cref="IndexOf"/> finds.</summary>
    public string Text(string path) => File.Values.Text(Dataset, IndexOf(path));

    public void Dispose()
    {
        File.Dispose();
        _folder.Dispose();
    }

    private List<string> OutlineOf(ElementTree tree)
    {
        var lines = new List<string>();
        for (var i = 0; i < tree.Count; i++)
        {
            if (!tree[i].IsItem)
                lines.Add(Line(tree, i));
        }
        return lines;
    }

    private string Line(ElementTree tree, int index)
    {
        var element = tree[index];
        var line = new StringBuilder();
        for (var parent = element.Parent; parent != ElementTree.Root; parent = tree[parent].Parent)
            line.Append(tree[parent].IsItem ? "  " : "");
        var keyword = DataDictionary.KeywordOf(element.Tag);
        line.Append(keyword.Length > 0 ? keyword : element.Tag.ToString()).Append(' ').Append(element.Vr);
        if (element.IsSequence)
            return line.ToString();
        var value = new byte[element.ValueLength];
        File.Source.CopyTo(element.ValueOffset, value);
        return line.Append(' ').Append(Encoding.Latin1.GetString(value).TrimEnd(' ', '\0')).ToString();
    }
}
