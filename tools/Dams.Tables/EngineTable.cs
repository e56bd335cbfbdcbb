using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tables;

/// <summary>A table of the engine that is made from the standard.</summary>
/// <param name="Name">The file name.</param>
/// <param name="Lines">Makes its lines.</param>
internal sealed record EngineTable(string Name, Func<StandardFolder, IEnumerable<string>> Lines)
{
    /// <summary>The edition of the standard that the tables of the engine are of.</summary>
    public const string Edition = "2025e";

    public static IReadOnlyList<EngineTable> All { get; } =
    [
        new("elements.txt", standard => ElementTable.Single(standard.Part(6), standard.Part(7))),
        new("repeating-elements.txt", standard => ElementTable.Repeating(standard.Part(6), standard.Part(7))),
        new("transfer-syntaxes.txt", standard => TransferSyntaxTable.Lines(standard.Part(6))),
        new("character-sets.txt", standard => CharacterSetTable.Lines(standard.Part(3))),
        new("confidentiality.txt", standard => ConfidentialityTable.Lines(
            standard.Part(15), ElementTable.Keywords(standard.Part(6), standard.Part(7)))),
        new("attribute-types.txt", standard => AttributeTypeTable.Lines(standard.Part(3), standard.Part(4), standard.Part(15))),
        new("private-elements.txt", standard => PrivateElementTable.Lines(standard.Part(15), standard.PrivateElements())),
    ];

    /// <summary>What its file holds: each line with a line feed, to be written as UTF-8.</summary>
    /// <exception cref="System.IO.FileNotFoundException">A part that it is made from is not there.</exception>
    /// <exception cref="System.IO.InvalidDataException">A part is not what it should be.</exception>
    public string Text(StandardFolder standard) => string.Concat(Lines(standard).Select(line => line + "\n"));
}
