using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Tables;

/// <summary>A folder with the parts of one edition of the standard as part03.xml and so on, wherever in it they are.</summary>
internal sealed class StandardFolder(string folder)
{
    /// <summary>The dictionary of private elements that comes with DCMTK, which may lie beside the parts.</summary>
    public const string PrivateDictionary = "private.dic";

    private readonly Dictionary<int, DocBookPart> _parts = [];

    /// <summary>The edition of the parts that were read; null before one was.</summary>
    public string? Edition => _parts.Values.FirstOrDefault()?.Edition;

    /// <summary>A part, which is read when it is first asked for.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It is of another edition than those that were read before.</exception>
    public DocBookPart Part(int number)
    {
        if (!_parts.TryGetValue(number, out var part))
        {
            part = DocBookPart.Load(Find($"part{number:00}.xml"));
            if (Edition is not null && Edition != part.Edition)
                throw new InvalidDataException($"Part {number} is of edition {part.Edition}, another part of {Edition}.");
            _parts.Add(number, part);
        }
        return part;
    }

    /// <summary>The lines of the dictionary of private elements but for its comments.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public IEnumerable<string> PrivateElements() =>
        File.ReadLines(Find(PrivateDictionary)).Where(line => line.Length > 0 && line[0] != '#');

    private string Find(string name) =>
        Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
        ?? throw new FileNotFoundException($"{name} is not there.");
}
